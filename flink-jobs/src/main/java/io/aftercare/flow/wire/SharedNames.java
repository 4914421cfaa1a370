package io.aftercare.flow.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Names seen lately, so that regions and queues, few and frequent, are made and kept once. A name
 * takes the place of another of the same hash: memory is bounded whatever comes.
 */
final class SharedNames {
  private static final int PLACES = 1 << 10;

  private final @Nullable String[] places = new @Nullable String[PLACES];

  /** The name that these Latin-1 bytes spell. */
  String of(byte[] bytes, int from, int length) {
    int place = hash(bytes, from, length) & (PLACES - 1);
    String name = places[place];
    if (name == null || !spells(name, bytes, from, length)) {
      name = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
      places[place] = name;
    }
    return name;
  }

  private static int hash(byte[] bytes, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 10);
  }

  private static boolean spells(String name, byte[] bytes, int from, int length) {
    if (name.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (name.charAt(i) != (bytes[from + i] & 0xff)) {
        return false;
      }
    }
    return true;
  }
}
