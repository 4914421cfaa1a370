package io.aftercare.flow.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes one value after another as a frame: its length, then small numbers in few bytes and every
 * name once. Lossless for every number and every string. One thread.
 */
final class WireWriter {
  static final int NULL_NAME = 0;
  static final int NEW_NAME = 1;
  static final int FIRST_KNOWN_NAME = 2;

  /** Room for the frame's length, which is known last and written just before the value. */
  private static final int HEAD = 5;

  private byte[] bytes = new byte[512];
  private int length;
  private final List<String> names = new ArrayList<>();

  void begin() {
    length = HEAD;
    names.clear();
  }

  void end(DataOutputView out) throws IOException {
    int end = length;
    int body = end - HEAD;
    int start = HEAD - size(body);
    length = start;
    unsigned(body);
    out.write(bytes, start, end - start);
  }

  /** A number that is small and not negative as a rule: 7 bits a byte. */
  void unsigned(long number) {
    reserve(10);
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) ((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number that is near 0 as a rule. */
  void signed(long number) {
    unsigned(zigzag(number));
  }

  /** An instant near {@code base} as a rule, or {@link Long#MAX_VALUE}, which takes one byte. */
  void instant(long instant, long base) {
    unsigned(InstantCode.of(instant, base));
  }

  <E extends Enum<E>> void constant(EnumIds<E> ids, E constant) {
    unsigned(ids.id(constant));
  }

  /** A text that hardly comes twice: Latin-1, or UTF-16 units as numbers if it has others. */
  void text(String text) {
    int chars = text.length();
    int before = length;
    unsigned((long) chars << 1);
    reserve(chars);
    for (int i = 0; i < chars; i++) {
      char c = text.charAt(i);
      if (c > 0xff) {
        length = before;
        wide(text);
        return;
      }
      bytes[length++] = (byte) c;
    }
  }

  private void wide(String text) {
    unsigned(((long) text.length() << 1) | 1);
    for (int i = 0; i < text.length(); i++) {
      unsigned(text.charAt(i));
    }
  }

  /** A text that may come again in this value. */
  void name(@Nullable String name) {
    if (name == null) {
      unsigned(NULL_NAME);
      return;
    }
    int known = KnownWords.id(name);
    int seen = known >= 0 ? -1 : names.indexOf(name);
    if (known >= 0) {
      unsigned(FIRST_KNOWN_NAME + 2L * known);
    } else if (seen >= 0) {
      unsigned(FIRST_KNOWN_NAME + 2L * seen + 1);
    } else {
      unsigned(NEW_NAME);
      text(name);
      names.add(name);
    }
  }

  private static int size(int number) {
    int size = 1;
    for (int rest = number >>> 7; rest != 0; rest >>>= 7) {
      size++;
    }
    return size;
  }

  static long zigzag(long number) {
    return (number << 1) ^ (number >> 63);
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
