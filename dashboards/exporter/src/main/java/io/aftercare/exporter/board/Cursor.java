package io.aftercare.exporter.board;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Three parts as one opaque word that may stand in a query; the last part may hold anything. */
final class Cursor {
  private static final int PARTS = 3;
  private static final String SEPARATOR = " ";

  private Cursor() {}

  static String of(String... parts) {
    byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static List<String> parts(String cursor) {
    String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    List<String> parts = List.of(text.split(SEPARATOR, PARTS));
    if (parts.size() != PARTS) {
      throw new IllegalArgumentException("not " + PARTS + " parts");
    }
    return parts;
  }

  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no instant: " + text, e);
    }
  }
}
