package io.aftercare.exporter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is right, what it costs, and what a stranger can learn. */
class PasswordsTest {
  /** fakepassword, from the Prometheus exporter toolkit. */
  private static final String FAKE = "$2y$10$QOauhQNbBCuQDKes6eFzPeMqBSjb7Mr5DUmpZ/VcEd00UAV/LDeSi";

  private static final String OF_COST_12 = FAKE.replace("$10$", "$12$");
  private final List<String> hashed = new ArrayList<>();

  private final Passwords counted =
      new Passwords(
          (password, hash) -> {
            hashed.add(hash);
            return password.equals("right");
          });

  @ParameterizedTest
  @ValueSource(strings = {"$2a$", "$2b$", "$2y$"})
  void aPasswordIsComparedByBcryptOfAnyOfItsVersions(String version) {
    Passwords passwords = new Passwords();
    Map<String, String> users = Map.of("alice", FAKE.replace("$2y$", version));
    assertThat(passwords.areRight(users, "alice", "fakepassword")).isTrue();
    assertThat(passwords.areRight(users, "alice", "fakepassworD")).isFalse();
    assertThat(passwords.areRight(users, "bob", "fakepassword")).isFalse();
    assertThat(passwords.areRight(users, "alice", "")).isFalse();
    assertThat(passwords.areRight(users, "alice", "x".repeat(5_000) + "\0")).isFalse();
  }

  @Test
  void theSameAnswerCostsOneBcrypt() {
    Map<String, String> users = Map.of("alice", FAKE);
    for (int i = 0; i < 5; i++) {
      assertThat(counted.areRight(users, "alice", "right")).isTrue();
      assertThat(counted.areRight(users, "alice", "wrong")).isFalse();
    }
    assertThat(hashed).hasSize(2);
  }

  @Test
  void aUserWhoIsNoneCostsAsMuchAsTheDearestOfThem() {
    Map<String, String> users = Map.of("alice", FAKE, "bob", OF_COST_12);
    assertThat(counted.areRight(users, "nobody", "right")).isFalse();
    assertThat(hashed).singleElement().asString().startsWith("$2y$12$").hasSize(60);
  }

  @Test
  void aNewHashForgetsWhatWasRightForTheOldOne() {
    assertThat(counted.areRight(Map.of("alice", FAKE), "alice", "right")).isTrue();
    counted.areRight(Map.of("alice", OF_COST_12), "alice", "right");
    assertThat(hashed).containsExactly(FAKE, OF_COST_12);
  }

  @Test
  void guessesDoNotPushOutWhatIsRight() {
    Map<String, String> users = Map.of("alice", FAKE);
    counted.areRight(users, "alice", "right");
    for (int i = 0; i < 1_000; i++) {
      counted.areRight(users, "alice", "guess " + i);
      counted.areRight(users, "user " + i, "right");
    }
    hashed.clear();
    assertThat(counted.areRight(users, "alice", "right")).isTrue();
    assertThat(hashed).isEmpty();
  }
}
