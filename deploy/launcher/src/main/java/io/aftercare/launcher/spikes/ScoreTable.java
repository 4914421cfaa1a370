package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Score;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/**
 * Writes scores as a CSV file, gzipped if it is called so. Numbers are written so that reading them
 * gives the same doubles; equal scores are equal bytes. Until it is whole it has another name.
 */
public final class ScoreTable implements AutoCloseable {
  /** Its first line. */
  public static final String HEADER = "time,key,score,window_minutes,count,expected";

  private final Path file;
  private final Path part;
  private final BufferedWriter out;
  private long rows;

  private ScoreTable(Path file, Path part, BufferedWriter out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /** A new file. */
  public static ScoreTable create(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    OutputStream bytes = Files.newOutputStream(part);
    BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes,
                StandardCharsets.UTF_8),
            1 << 16);
    out.write(HEADER);
    out.write('\n');
    return new ScoreTable(file, part, out);
  }

  /**
   * Writes a score.
   *
   * @param seconds start of its bin, since 1970
   */
  public void row(long seconds, String key, Score score) throws IOException {
    out.write(Long.toString(seconds));
    out.write(',');
    out.write(quoted(key));
    out.write(',');
    out.write(Double.toString(score.score()));
    out.write(',');
    out.write(Integer.toString(score.windowMinutes()));
    out.write(',');
    out.write(Long.toString(score.observed()));
    out.write(',');
    out.write(Double.toString(score.expected()));
    out.write('\n');
    rows++;
  }

  private static String quoted(String key) {
    boolean plain = key.indexOf(',') < 0 && key.indexOf('"') < 0;
    return plain ? key : '"' + key.replace("\"", "\"\"") + '"';
  }

  /** How many scores it has. */
  public long rows() {
    return rows;
  }

  /** It is whole: takes its name. */
  public void finish() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Leaves nothing behind of a file that is not whole. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
