package io.aftercare.exporter.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The files that one reading of the configuration looked at, and what was in them. By content, not
 * by time: a renewed certificate is often a swapped link with an old date.
 */
final class Sources {
  private static final String UNREADABLE = "";
  private static final long MAX_BYTES = 1 << 20;

  private final Map<Path, String> digests = new HashMap<>();

  /** What is in the file; remembers that it was looked at, even in vain. */
  byte[] read(Path file) throws IOException {
    digests.put(file, UNREADABLE);
    byte[] content = content(file);
    digests.put(file, digest(content));
    return content;
  }

  /** True if any of the files now holds something else. */
  boolean changed() {
    return digests.entrySet().stream()
        .anyMatch(each -> !now(each.getKey()).equals(each.getValue()));
  }

  /** Why a file could not be read, in words. */
  static String why(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : e.getClass().getSimpleName();
  }

  private static String now(Path file) {
    try {
      return digest(content(file));
    } catch (IOException e) {
      return UNREADABLE;
    }
  }

  private static byte[] content(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("larger than 1 MiB");
    }
    return Files.readAllBytes(file);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot happen: every Java has SHA-256", e);
    }
  }
}
