package io.aftercare.exporter.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a password is a user's, by bcrypt. As long for a user that does not exist as for a wrong
 * password, so that nobody learns names. Remembers the last {@value #REMEMBERED} right and as many
 * wrong answers, so that a scrape does not cost a bcrypt: under keyed hashes, never the password.
 */
final class Passwords {
  private static final int REMEMBERED = 100;
  private static final String HASHING = "HmacSHA256";

  /** Salt and hash of no password that anybody knows. */
  private static final String NOBODY = "QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ.VcEd00UAV.LDeSi";

  private final BiPredicate<String, String> bcrypt;
  private final SecretKeySpec secret = newSecret();
  private final Set<String> right = lastRemembered();
  private final Set<String> wrong = lastRemembered();

  Passwords() {
    // As Go does: of a longer password bcrypt sees the first 72 bytes.
    BCrypt.Verifyer verifier =
        BCrypt.verifyer(null, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2Y));
    this.bcrypt = (password, hash) -> verifier.verify(bytes(password), bytes(hash)).verified;
  }

  /** With another way to compare a password and a hash. */
  Passwords(BiPredicate<String, String> bcrypt) {
    this.bcrypt = bcrypt;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** True if the password is the one of this user. */
  boolean areRight(Map<String, String> users, String user, String password) {
    String hash = users.get(user);
    String tried = hash == null ? "$2y$" + cost(users) + "$" + NOBODY : hash;
    String key = key(user, tried, password);
    return right.contains(key) || compare(password, tried, key, hash != null);
  }

  /** One at a time: guessing must not take all of the processor. */
  private synchronized boolean compare(
      String password, String hash, String key, boolean userExists) {
    if (right.contains(key) || wrong.contains(key)) {
      return right.contains(key);
    }
    boolean isRight = bcrypt.test(password, hash) && userExists;
    (isRight ? right : wrong).add(key);
    return isRight;
  }

  /** The cost of the users' hashes, so that a user who is none takes as long. */
  private static String cost(Map<String, String> users) {
    return users.values().stream()
        .map(hash -> hash.substring(4, 6))
        .max(String::compareTo)
        .orElse("10");
  }

  private String key(String user, String hash, String password) {
    try {
      Mac mac = Mac.getInstance(HASHING);
      mac.init(secret);
      for (String part : new String[] {user, hash, password}) {
        byte[] bytes = bytes(part);
        mac.update(bytes(HexFormat.of().toHexDigits(bytes.length)));
        mac.update(bytes);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot happen: every Java has " + HASHING, e);
    }
  }

  private static SecretKeySpec newSecret() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, HASHING);
  }

  private static Set<String> lastRemembered() {
    return Collections.synchronizedSet(
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > REMEMBERED;
              }
            }));
  }
}
