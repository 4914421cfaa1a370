package io.aftercare.launcher.replay.source;

import io.aftercare.launcher.replay.ReplayError;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.Mapping.FileFormat;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/**
 * An export to replay: CSV or JSON lines, either gzipped (told by its first two bytes).
 *
 * @param name how reports name it
 */
public record SourceFile(Path path, String name) {
  private static final int GZIP_MAGIC = 0x1f8b;

  /**
   * Opens the file and, for CSV, reads its header.
   *
   * @param onBytes told how many more bytes of the file (as it lies on disk) were read
   * @throws ReplayError if it cannot be read or its columns are not those of the mapping
   */
  public RowReader open(Mapping mapping, LongConsumer onBytes) {
    FileFormat format = mapping.format() != null ? mapping.format() : formatByName();
    try {
      LineReader lines = new LineReader(decompressed(onBytes));
      return format == FileFormat.CSV
          ? CsvRows.open(name, lines, mapping)
          : new JsonRows(name, lines);
    } catch (NoSuchFileException e) {
      throw new ReplayError(path + ": no such file");
    } catch (IOException e) {
      throw new ReplayError(path + ": cannot be read: " + e.getMessage());
    }
  }

  /** Bytes of the file on disk. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new ReplayError(path + ": no such file, or it cannot be read");
    }
  }

  private FileFormat formatByName() {
    String plain = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    if (plain.endsWith(".csv")) {
      return FileFormat.CSV;
    }
    if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json")) {
      return FileFormat.JSONL;
    }
    throw new ReplayError(
        path + ": neither .csv nor .jsonl; add format: csv or format: jsonl to the mapping");
  }

  private InputStream decompressed(LongConsumer onBytes) throws IOException {
    InputStream file =
        new BufferedInputStream(new Counted(Files.newInputStream(path), onBytes), 1 << 16);
    file.mark(2);
    int magic = file.read() << 8 | file.read();
    file.reset();
    if (magic == GZIP_MAGIC) {
      return gunzipped(file);
    }
    if (path.toString().endsWith(".gz")) {
      file.close();
      throw new ReplayError(path + ": ends in .gz but is not gzipped; rename it or fetch it again");
    }
    return file;
  }

  private InputStream gunzipped(InputStream file) throws IOException {
    try {
      return new GZIPInputStream(file, 1 << 16);
    } catch (IOException e) {
      file.close();
      throw new ReplayError(
          path + ": the gzip file ends in its first bytes; fetch it again, whole");
    }
  }

  private static final class Counted extends FilterInputStream {
    private final LongConsumer onBytes;

    Counted(InputStream in, LongConsumer onBytes) {
      super(in);
      this.onBytes = onBytes;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = super.read(bytes, from, length);
      onBytes.accept(Math.max(0, count));
      return count;
    }
  }
}
