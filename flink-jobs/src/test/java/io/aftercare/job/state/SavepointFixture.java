package io.aftercare.job.state;

import io.aftercare.domain.measure.Lineage;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.io.policy.RuleFiles;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/**
 * A folder with the state of a past version in the middle of a known history. What a person wrote:
 *
 * <ul>
 *   <li>{@code before.jsonl}, {@code after.jsonl}: what arrived before and after the savepoint
 *       ({@link Arrivals} says in which form)
 *   <li>{@code policies.yaml}: the promises of that time; a change of the shipped ones is not a
 *       change of state
 * </ul>
 *
 * What the version left behind, never to be written again:
 *
 * <ul>
 *   <li>{@code _metadata}: a canonical savepoint, whole in this one file
 *   <li>{@code ledger.csv}, {@code milestones.csv}: the last that was said of each clock and step
 *       up to the savepoint
 *   <li>{@code lineage.txt}: the lineage of its counters
 * </ul>
 *
 * <p>To freeze the state of a version, before it changes: make the folder {@code
 * src/test/resources/savepoints/<n>}, with the files of the first kind (copy the last ones and add
 * what the version newly reads), then
 *
 * <pre>
 *   ./mvnw -Pquick -Dskipped.groups= -pl flink-jobs -am test -Dtest='SavepointTest#freeze*' -Dsurefire.failIfNoSpecifiedTests=false -Dfixtures.write=n
 * </pre>
 *
 * and commit the folder. {@link SavepointTest} goes on from every folder there is.
 */
record SavepointFixture(Path folder) {
  /** Names the folder that a savepoint of the version under test is written to. */
  static final String WRITE = "fixtures.write";

  /** Subtasks of the job whose state it is. */
  static final int PARALLELISM = 2;

  /** Surefire runs tests in the module's folder. */
  private static final Path ALL = Path.of("src", "test", "resources", "savepoints");

  static SavepointFixture named(String name) {
    return new SavepointFixture(ALL.resolve(name));
  }

  /** Every fixture that has a savepoint. */
  static List<SavepointFixture> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders
          .sorted()
          .filter(folder -> Files.exists(folder.resolve("_metadata")))
          .map(SavepointFixture::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("fixtures in " + ALL.toAbsolutePath(), e);
    }
  }

  Path savepoint() {
    return folder.resolve("_metadata");
  }

  /** The version that made it. */
  String name() {
    return folder.getFileName().toString();
  }

  List<String> before() {
    return lines("before.jsonl");
  }

  /** All that arrived, with a savepoint in the middle or without. */
  List<String> whole() {
    return Stream.concat(before().stream(), lines("after.jsonl").stream()).toList();
  }

  Rulebook policies() {
    return RuleFiles.parse(folder + "/policies.yaml", String.join("\n", lines("policies.yaml")))
        .rulebook();
  }

  List<LogRow> ledger() {
    return LogRow.read(lines("ledger.csv"));
  }

  List<LogRow> milestones() {
    return LogRow.read(lines("milestones.csv"));
  }

  String lineage() {
    return lines("lineage.txt").get(0);
  }

  /** What the savepoint says of itself. */
  CheckpointMetadata metadata() {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(savepoint()))) {
      return Checkpoints.loadCheckpointMetadata(
          in, getClass().getClassLoader(), savepoint().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(savepoint() + " is not a savepoint", e);
    }
  }

  /**
   * Writes what the version under test leaves behind.
   *
   * @param scratch an empty folder
   */
  void write(Path scratch) throws Exception {
    if (Files.exists(savepoint())) {
      throw new IllegalStateException(
          folder + " holds a savepoint already, and it is not made twice; take a new number");
    }
    Heard heard = new TicketRun(policies(), PARALLELISM).untilSavepoint(before(), scratch);
    List<String> lineages =
        heard.metrics().stream().map(SeriesUpdate::lineage).map(Lineage::id).distinct().toList();
    Files.writeString(
        folder.resolve("ledger.csv"),
        LogRow.write(LogRow.last(heard.ledger().stream().map(LogRow::of).toList()).values()));
    Files.writeString(
        folder.resolve("milestones.csv"),
        LogRow.write(LogRow.last(heard.milestones().stream().map(LogRow::of).toList()).values()));
    Files.writeString(folder.resolve("lineage.txt"), String.join("\n", lineages) + "\n");
    Files.copy(onlyFile(scratch), savepoint());
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> files = found.filter(Files::isRegularFile).toList();
      if (files.size() != 1) {
        throw new IllegalStateException("a savepoint is one file here, but there are " + files);
      }
      return files.get(0);
    }
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("fixture " + folder + " needs " + file, e);
    }
  }

  @Override
  public String toString() {
    return "version " + folder.getFileName();
  }
}
