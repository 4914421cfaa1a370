package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.replay.ReplayCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * A replay through the command line, and what it said.
 *
 * @param exitCode of the command
 * @param output standard output and standard error
 * @param out the directory with the reports
 */
public record Replay(int exitCode, String output, Path out) {

  /** Replays files with further options into a directory. */
  public static Replay of(Path out, List<Path> files, String... options) {
    List<String> arguments = new ArrayList<>(List.of("replay"));
    files.forEach(file -> arguments.add(file.toString()));
    arguments.add("--stacktrace");
    arguments.addAll(List.of("--out", out.toString()));
    arguments.addAll(List.of(options));
    StringWriter said = new StringWriter();
    CommandLine command = Aftercare.commandLine(new ReplayCommand());
    command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    int exitCode = command.execute(arguments.toArray(String[]::new));
    return new Replay(exitCode, said.toString(), out);
  }

  /** Fails unless the replay ended well. */
  public Replay succeeded() {
    assertThat(exitCode).as(output).isZero();
    return this;
  }

  /** The sum of a metric's series whose labels contain a text, from metrics.prom. */
  public long metric(String name, String labels) {
    return CsvFile.lines(out.resolve("metrics.prom")).stream()
        .filter(line -> line.startsWith(name + "{") && line.contains(labels))
        .mapToLong(
            line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))))
        .sum();
  }
}
