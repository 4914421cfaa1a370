package io.aftercare.launcher.spikes;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.Score;
import io.aftercare.domain.complaint.SpikeTerms;
import io.aftercare.io.baseline.BaselineFile;
import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikesCommandTest {
  private static final long MONDAY = 1_704_067_200;
  private static final String HEADER = "time,key,count\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private Path path(String name) {
    return directory.resolve(name);
  }

  private CommandRun spikes(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("spikes"));
    for (Object each : arguments) {
      all.add(each.toString());
    }
    return CommandRun.of(Aftercare.commandLine(new SpikesCommand()), all.toArray(String[]::new));
  }

  private CommandRun score(String rows, Object... more) throws IOException {
    Files.writeString(path("in.csv"), rows);
    List<Object> all =
        new ArrayList<>(List.of("score", "--in", path("in.csv"), "--out", path("out.csv")));
    all.addAll(List.of(more));
    return spikes(all.toArray());
  }

  private static long time(int bin) {
    return MONDAY + bin * 900L;
  }

  /** A region of one category, 0 to 3 of it in a bin, and once thirty. */
  private static String region(int from, int to, int spike) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = from; i < to; i++) {
      int count = i == spike ? 30 : i % 4;
      rows.append("%d,north/app,%d\n%d,north/*,%d\n".formatted(time(i), count, time(i), count + 1));
    }
    return rows.toString();
  }

  private static List<String> expected(int from, int to, int spike, double floor) {
    Family family = new Family(SpikeTerms.standard());
    List<String> rows = new ArrayList<>(List.of("time,key,score,window_minutes,count,expected"));
    for (int i = from; i < to; i++) {
      long count = i == spike ? 30 : i % 4;
      Map<String, Long> counts = Map.of("app", count, Family.TOTAL, count + 1);
      for (Score each :
          family.learn(LocalWeek.of(ZoneOffset.UTC).bin(time(i) * 1000, true), counts, floor)) {
        rows.add(
            "%d,north/%s,%s,%d,%d,%s"
                .formatted(
                    time(i),
                    each.category(),
                    each.score(),
                    each.windowMinutes(),
                    each.observed(),
                    each.expected()));
      }
    }
    return rows;
  }

  @Test
  void scoresAreThoseOfTheDetectorToTheLastDigit() throws Exception {
    CommandRun run = score(region(0, 900, 850));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Read 1,800 counts of 2 keys in 900 bins; wrote ")
        .contains("The highest is ", "30 complaints in 15 min");
    assertThat(Files.readAllLines(path("out.csv"))).isEqualTo(expected(0, 900, 850, 2.5));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("in.csv", "out.csv");
  }

  @Test
  void aFloorOfZeroTellsOfEveryKeyInEveryBin() throws Exception {
    score(region(0, 40, -1), "--floor", "0");
    assertThat(Files.readAllLines(path("out.csv"))).hasSize(81).isEqualTo(expected(0, 40, -1, 0));
  }

  @Test
  void gzippedFilesAreReadAndWritten() throws Exception {
    gzip(path("in.csv.gz"), region(0, 300, 200));
    CommandRun run =
        spikes("score", "--in", path("in.csv.gz"), "--out", path("out.csv.gz"), "--floor", "3");
    assertThat(run.exitCode()).isZero();
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path("out.csv.gz")))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList())
          .isEqualTo(expected(0, 300, 200, 3));
    }
  }

  private static void gzip(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aKeyWithoutARowIsDownAndOneThatComesLaterJoins() throws Exception {
    String rows =
        HEADER
            + "%d,a/x,3\n%d,a/*,3\n".formatted(time(0), time(0))
            + "%d,a/*,2\n%d,a/y,2\n".formatted(time(1), time(1))
            + "%d,b,1\n".formatted(time(4))
            + "%d,a/x,1\n%d,a/y,0\n%d,a/*,1\n".formatted(time(5), time(5), time(5));
    assertThat(score(rows, "--floor", "0").exitCode()).isZero();

    LocalWeek week = LocalWeek.of(ZoneOffset.UTC);
    Family a = new Family(SpikeTerms.standard());
    a.learn(week.bin(time(0) * 1000, true), Map.of("x", 3L, Family.TOTAL, 3L), 0);
    a.learn(week.bin(time(1) * 1000, true), Map.of("x", Family.DOWN, "y", 2L, Family.TOTAL, 2L), 0);
    for (int i = 2; i < 5; i++) {
      a.learn(week.bin(time(i) * 1000, false), Map.of(), 0);
    }
    List<String> last = new ArrayList<>();
    for (Score each :
        a.learn(week.bin(time(5) * 1000, true), Map.of("x", 1L, "y", 0L, Family.TOTAL, 1L), 0)) {
      last.add("%d,a/%s,%s".formatted(time(5), each.category(), each.score()));
    }
    assertThat(last).hasSize(3);
    assertThat(Files.readAllLines(path("out.csv")))
        .filteredOn(row -> row.startsWith(time(5) + ","))
        .zipSatisfy(last, (row, start) -> assertThat(row).startsWith(start));
    assertThat(Files.readAllLines(path("out.csv")))
        .filteredOn(row -> row.contains(",b,"))
        .hasSize(1);
  }

  @Test
  void aTotalWithoutRowsIsTheSumButIsNotTold() throws Exception {
    String without = region(0, 60, -1).replaceAll("\\d+,north/\\*,\\d+\n", "");
    score(without, "--floor", "0");
    assertThat(Files.readAllLines(path("out.csv"))).hasSize(61).noneMatch(row -> row.contains("*"));
  }

  @Test
  void keysWithCommasStandInQuotes() throws Exception {
    String key = "\"north, or \"\"up\"\"/app\"";
    score(HEADER + time(0) + "," + key + ",5\r\n\n", "--floor", "0");
    assertThat(Files.readString(path("out.csv"))).contains("\n" + time(0) + "," + key + ",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "time;key;count|1: the header is 'time;key;count'; right is time,key,count",
        "time,key,count\\nx,a,1|2: time 'x' is no number of seconds since 1970, such as 1704067200",
        "time,key,count\\n1704067201,a,1|2: time 1704067201 is no start of a quarter of an hour; right is 1704067200 or 1704068100",
        "time,key,count\\n1704067200000,a,1|2: time 1704067200000 is not in this age; right are seconds since 1970",
        "time,key,count\\n1704067200,,1|2: key '' is empty; right is region/category or region/*",
        "time,key,count\\n1704067200,a/,1|2: key 'a/' is empty; right is region/category or region/*",
        "time,key,count\\n1704067200,a,-1|2: count '-1' is no whole number from 0 to 1,000,000,000; a bin without a source has no row",
        "time,key,count\\n1704067200,a,1.5|2: count '1.5' is no whole number",
        "time,key,count\\n1704067200,a,|2: count '' is no whole number",
        "time,key,count\\n1704067200,a|2: fewer than three fields; right are time,key,count",
        "time,key,count\\n1704067200,a,b,1|2: more than three fields; right are time,key,count, a key with a comma in quotes",
        "time,key,count\\n1704067200,a,1\\n1704067200,a,1|3: key 'a' has a row for 1704067200 already, in line 2; right is one for each bin",
        "time,key,count\\n1704067200,a,1\\n1704066300,b,1|3: time 1704066300 comes after 1704067200; right are rows sorted by time"
      })
  void whatIsWrongIsNamedWithFileLineAndField(String rows, String message) throws Exception {
    CommandRun run = score(rows.replace("\\n", "\n") + "\n");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("aftercare spikes score: " + path("in.csv") + ":" + message);
    assertThat(Files.exists(path("out.csv"))).isFalse();
    assertThat(directory.toFile().list()).containsExactly("in.csv");
  }

  @Test
  void filesThatAreNotWhatTheyAreCalledAreRefused() throws Exception {
    Files.writeString(path("in.csv.gz"), HEADER);
    assertThat(spikes("score", "--in", path("in.csv.gz"), "--out", path("o")).err())
        .contains("in.csv.gz: ends in .gz but is not gzipped");
    gzip(path("whole.gz"), region(0, 500, -1));
    byte[] bytes = Files.readAllBytes(path("whole.gz"));
    Files.write(path("half.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(spikes("score", "--in", path("half.gz"), "--out", path("o")).err())
        .contains("half.gz:", ": the gzip file ends in the middle; fetch it again, whole");
    assertThat(spikes("score", "--in", path("none.csv"), "--out", path("o")).err())
        .contains("none.csv: no such file");
    assertThat(spikes("score", "--in", directory, "--out", path("o")).err())
        .contains("is a directory; name a file");
  }

  @Test
  void wrongOptionsSayWhatIsRight() throws Exception {
    assertThat(score(HEADER, "--floor", "-1").err()).contains("--floor -1.0: right is a number");
    assertThat(score(HEADER, "--zone", "Mars").err()).contains("'Mars' is no time zone");
    assertThat(spikes("score", "--in", path("in.csv"), "--out", path("in.csv")).err())
        .contains("would replace the input; choose another");
    assertThat(spikes("score", "--in", path("in.csv"), "--out", path("no/o.csv")).err())
        .contains("there is no directory");
    CommandRun nothing = spikes();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("what to do is missing: one of ", "learn", "score");
  }

  @Test
  void theWeekIsThatOfTheZone() throws Exception {
    String rows = region(0, 2000, -1);
    score(rows, "--floor", "0");
    List<String> utc = Files.readAllLines(path("out.csv"));
    score(rows, "--floor", "0", "--zone", "America/New_York");
    assertThat(Files.readAllLines(path("out.csv"))).hasSameSizeAs(utc).isNotEqualTo(utc);
  }

  @Test
  void whatWasLearntGoesOnAsIfThereHadBeenNoPause() throws Exception {
    Files.writeString(path("one.csv"), region(0, 400, -1));
    Files.writeString(path("two.csv"), region(400, 800, -1));
    CommandRun learnt =
        spikes("learn", path("one.csv"), path("two.csv"), "--out", path("base.avro"));
    assertThat(learnt.err()).isEmpty();
    assertThat(learnt.out())
        .startsWith("Learnt 1,600 counts of 2 keys in 1 regions, from 2024-01-01T00:00:00Z to ");
    assertThat(BaselineFile.read(path("base.avro"), SpikeTerms.standard()).keySet())
        .containsExactly("north");

    CommandRun run = score(region(800, 900, 850), "--baseline", path("base.avro"));

    assertThat(run.err()).isEmpty();
    List<String> whole = expected(0, 900, 850, 2.5);
    assertThat(Files.readAllLines(path("out.csv")).stream().skip(1).toList())
        .isNotEmpty()
        .isEqualTo(
            whole.stream().skip(1).filter(row -> row.compareTo(time(800) + "") >= 0).toList());
  }

  @Test
  void countsThatWereLearntAlreadyAreRefused() throws Exception {
    Files.writeString(path("one.csv"), region(0, 4, -1));
    spikes("learn", path("one.csv"), "--out", path("base.avro"));
    assertThat(score(region(3, 5, -1), "--baseline", path("base.avro")).err())
        .contains("in.csv:2: time 1704069900 was learnt already: the baseline of north ends");
    assertThat(score(region(0, 1, -1), "--baseline", path("one.csv")).err())
        .contains("one.csv: is no baseline");
  }

  @Test
  void historiesInAnotherOrderAreRefused() throws Exception {
    Files.writeString(path("one.csv"), region(0, 4, -1));
    Files.writeString(path("two.csv"), region(4, 8, -1));
    CommandRun run = spikes("learn", path("two.csv"), path("one.csv"), "--out", path("b"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("one.csv:2: time 1704067200 comes after 1704073500 at the end of ")
        .contains("two.csv; right are rows sorted by time");
    assertThat(Files.exists(path("b"))).isFalse();
  }

  @Test
  void aRegionHasOneTotal() throws Exception {
    Files.writeString(path("one.csv"), HEADER + "%d,a,1\n%d,a/*,1\n".formatted(time(0), time(0)));
    assertThat(spikes("learn", path("one.csv"), "--out", path("b")).err())
        .contains("key 'a' stands for all of region a, and so does a/*");
  }
}
