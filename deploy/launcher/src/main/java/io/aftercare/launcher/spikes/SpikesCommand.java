package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.SpikeTerms;
import io.aftercare.io.baseline.BaselineFile;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code aftercare spikes}. */
@Command(
    name = "spikes",
    description = "Finds spikes in counts of complaints, without a broker and without jobs.")
public final class SpikesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Called without saying what to do. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "what to do is missing: one of " + String.join(", ", spec.subcommands().keySet()));
  }

  @Command(
      name = "score",
      description = {
        "Runs the detector over a CSV file of counts, gzipped or not, with the header time,key,count:"
            + " start of a 15-minute bin in seconds since 1970, region/category (or region/* for all"
            + " of the region), and how many. Rows are sorted by time; where a key has no row its"
            + " source was down, which is not zero.",
        "Writes time,key,score,window_minutes,count,expected: how unlikely the count of the most"
            + " unlikely window is that ends with the bin, as -log10 of its chance. 5 is an alert."
      })
  int score(
      @Option(
              names = "--in",
              required = true,
              paramLabel = "COUNTS",
              description = "The counts, as counts.csv or counts.csv.gz.")
          Path in,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "ALARMS",
              description =
                  "Where the scores go; gzipped if it ends in .gz; a file there is replaced.")
          Path out,
      @Option(
              names = "--floor",
              paramLabel = "SCORE",
              defaultValue = "2.5",
              description = "Lower scores are left out. Default: ${DEFAULT-VALUE}.")
          double floor,
      @Option(
              names = "--zone",
              paramLabel = "ZONE",
              defaultValue = "UTC",
              converter = ZoneConverter.class,
              description =
                  "Zone of the regions' weeks, as America/New_York. Default: ${DEFAULT-VALUE}.")
          ZoneId zone,
      @Option(
              names = "--baseline",
              paramLabel = "BASELINE",
              description = "Begin from what `spikes learn` wrote. Default: from nothing.")
          @Nullable Path baseline) {
    if (!(floor >= 0 && floor < Double.POSITIVE_INFINITY)) {
      throw new UsageException("--floor " + floor + ": right is a number from 0 on");
    }
    checkOut(out, List.of(in));
    Map<String, Family> known =
        baseline == null ? Map.of() : BaselineFile.read(baseline, SpikeTerms.standard());
    say(new Scoring(in, out, known, floor, zone).run());
    return ExitCodes.OK;
  }

  @Command(
      name = "learn",
      description = {
        "Learns what is usual from files of counts, as `spikes score` reads them, and writes it for a"
            + " job to begin from: an Avro file. Several files are read one after the other as one"
            + " history; give them in order of time. A total that has no rows is the sum of its"
            + " categories.",
        "A baseline that an incompatible build learnt is refused when it is read; learn it again."
      })
  int learn(
      @Parameters(
              paramLabel = "HISTORY",
              arity = "1..*",
              description = "The counts, as counts.csv or counts.csv.gz.")
          List<Path> history,
      @Option(
              names = "--out",
              required = true,
              paramLabel = "BASELINE",
              description = "Where the baseline goes; a file there is replaced.")
          Path out,
      @Option(
              names = "--zone",
              paramLabel = "ZONE",
              defaultValue = "UTC",
              converter = ZoneConverter.class,
              description =
                  "Zone of the regions' weeks, as America/New_York. Default: ${DEFAULT-VALUE}.")
          ZoneId zone) {
    checkOut(out, history);
    say(new Learning(history, out, zone).run());
    return ExitCodes.OK;
  }

  private void say(String line) {
    PrintWriter console = spec.commandLine().getOut();
    console.println(line);
    console.flush();
  }

  /** Nobody's input is written over. */
  private static void checkOut(Path out, List<Path> inputs) {
    Path directory = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out)) {
      throw new UsageException("--out " + out + ": is a directory; name a file");
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UsageException("--out " + out + ": there is no directory " + directory);
    }
    try {
      for (Path in : inputs) {
        if (Files.exists(out) && Files.exists(in) && Files.isSameFile(out, in)) {
          throw new UsageException("--out " + out + ": would replace the input; choose another");
        }
      }
    } catch (IOException e) {
      throw new UsageException("--out " + out + ": cannot be read: " + e.getMessage());
    }
  }

  /** A time zone by name. */
  static final class ZoneConverter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time zone; write it as America/New_York or UTC");
      }
    }
  }
}
