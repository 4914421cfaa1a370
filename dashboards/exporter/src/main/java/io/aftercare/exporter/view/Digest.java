package io.aftercare.exporter.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * 128 bits that stand for a text of any length, so that what is held for it stays small.
 *
 * @param high first half of SHA-256's first 16 bytes
 * @param low second half
 */
record Digest(long high, long low) {
  private static final int LONGEST_KEPT_KEY = 256;
  private static final String MARK = "sha256:";

  /** Of the labels of a series. */
  static Digest of(Map<String, String> labels) {
    MessageDigest digest = sha256();
    new TreeMap<>(labels)
        .forEach(
            (name, value) -> {
              update(digest, name);
              update(digest, value);
            });
    return of(digest);
  }

  /** The key of a series as it is kept: itself, or its digest if it is long. */
  static String ofLong(String key) {
    if (key.length() <= LONGEST_KEPT_KEY && !key.startsWith(MARK)) {
      return key;
    }
    MessageDigest digest = sha256();
    update(digest, key);
    Digest of = of(digest);
    return MARK + Long.toHexString(of.high) + ":" + Long.toHexString(of.low);
  }

  private static Digest of(MessageDigest digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Digest(bytes.getLong(), bytes.getLong());
  }

  /** With its length, so that no two lists of texts are one. */
  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot happen: every Java has SHA-256", e);
    }
  }
}
