package io.aftercare.launcher.replay.source;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what names a person or a device by a keyed hash (HMAC-SHA-256, 64 bits, hex): the replay
 * reader is a gateway, and only pseudonyms pass it. Without a key of one's own each run has
 * another, so that nothing links two runs.
 */
public final class Pseudonyms {
  /** Environment variable with the key. */
  public static final String KEY_VARIABLE = "AFTERCARE_PSEUDONYM_KEY";

  private static final Set<String> FIELDS =
      Set.of("assignee_ref", "customer_ref", "asset_ref", "agent_ref");
  private static final int BYTES = 8;

  private final Mac mac;

  private Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** With the key given, or a random one. */
  public static Pseudonyms keyed(@Nullable String key) {
    if (key != null && !key.isEmpty()) {
      return new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new Pseudonyms(random);
  }

  static boolean concern(String field) {
    return FIELDS.contains(field);
  }

  String of(String value) {
    byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
