package io.aftercare.launcher.replay.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The id of an event whose source gives none: SHA-256 over the source system and all mapped columns
 * (name and cell, by name; the sequence included, the arrival not), cut to 128 bits, in hex. The
 * n-th event that one line stands for has {@code -n} after it from the second on.
 */
final class EventId {
  private static final int BYTES = 16;

  private final MessageDigest digest = Digests.sha256();
  private final String sourceSystem;
  private final List<String> columns;

  EventId(String sourceSystem, List<String> columns) {
    this.sourceSystem = sourceSystem;
    this.columns = columns;
  }

  String of(Row row) throws UnusableRow {
    digest.reset();
    add(sourceSystem);
    for (String column : columns) {
      String cell = row.cell(column);
      if (cell != null) {
        add(column);
        add(cell);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  static String numbered(String id, int number) {
    return number == 1 ? id : id + "-" + number;
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
