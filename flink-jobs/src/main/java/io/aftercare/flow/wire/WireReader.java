package io.aftercare.flow.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.jspecify.annotations.Nullable;

/** Reads what {@link WireWriter} wrote, value by value. One thread. */
final class WireReader {
  private static final int LONGEST_FRAME = 1 << 28;

  private byte[] bytes = new byte[512];
  private int at;
  private final List<String> names = new ArrayList<>();
  private final SharedNames shared = new SharedNames();

  void begin(DataInputView in) throws IOException {
    at = 0;
    names.clear();
    int length = frame(in);
    if (bytes.length < length) {
      bytes = new byte[Math.max(length, 2 * bytes.length)];
    }
    in.readFully(bytes, 0, length);
  }

  private static int frame(DataInputView in) throws IOException {
    int length = 0;
    for (int shift = 0; shift < 32; shift += 7) {
      int next = in.readByte();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        break;
      }
    }
    if (length < 0 || length > LONGEST_FRAME) {
      throw new IOException("found a frame of " + length + " bytes; these are not our bytes");
    }
    return length;
  }

  long unsigned() {
    long number = 0;
    int shift = 0;
    byte next = bytes[at++];
    while (next < 0) {
      number |= (long) (next & 0x7f) << shift;
      shift += 7;
      next = bytes[at++];
    }
    return number | (long) next << shift;
  }

  int count() {
    return Math.toIntExact(unsigned());
  }

  long signed() {
    return unzigzag(unsigned());
  }

  long instant(long base) {
    return InstantCode.instant(unsigned(), base);
  }

  <E extends Enum<E>> E constant(EnumIds<E> ids) {
    return ids.constant(count());
  }

  String text() {
    int header = count();
    int chars = header >>> 1;
    if ((header & 1) != 0) {
      return wide(chars);
    }
    at += chars;
    return new String(bytes, at - chars, chars, StandardCharsets.ISO_8859_1);
  }

  private String wide(int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = (char) unsigned();
    }
    return new String(chars);
  }

  @Nullable String name() {
    int code = count();
    if (code == WireWriter.NULL_NAME) {
      return null;
    }
    if (code == WireWriter.NEW_NAME) {
      String name = newName();
      names.add(name);
      return name;
    }
    int number = code - WireWriter.FIRST_KNOWN_NAME;
    return (number & 1) == 0 ? KnownWords.word(number >>> 1) : names.get(number >>> 1);
  }

  /** A name that a value cannot be without. */
  String requiredName() {
    String name = name();
    if (name == null) {
      throw new IllegalStateException("found no name where one is right");
    }
    return name;
  }

  private String newName() {
    int start = at;
    int header = count();
    int chars = header >>> 1;
    if ((header & 1) != 0) {
      at = start;
      return text();
    }
    at += chars;
    return shared.of(bytes, at - chars, chars);
  }

  static long unzigzag(long number) {
    return (number >>> 1) ^ -(number & 1);
  }
}
