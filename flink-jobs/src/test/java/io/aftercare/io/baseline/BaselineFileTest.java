package io.aftercare.io.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.complaint.Bin;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.SpikeTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineFileTest {
  private static final LocalWeek WEEK = LocalWeek.of(ZoneOffset.UTC);
  private static final SpikeTerms TERMS = SpikeTerms.standard();

  /** Of other windows. */
  private static final SpikeTerms OTHERS =
      new SpikeTerms(
          java.util.List.of(1, 2),
          TERMS.shortCost(),
          TERMS.fewest(),
          TERMS.profile(),
          TERMS.level(),
          TERMS.dispersion(),
          TERMS.robustness());

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private static Bin bin(int number) {
    return WEEK.bin(number * Bin.MILLIS, true);
  }

  private static Family learnt(int bins) {
    Family family = new Family(TERMS);
    for (int i = 0; i < bins; i++) {
      family.learn(bin(i), Map.of("a", i % 3L, Family.TOTAL, i % 5L), 9);
    }
    return family;
  }

  private Path file() {
    return directory.resolve("baseline.avro");
  }

  @Test
  void a_family_goes_on_from_its_file_as_if_it_had_never_stopped() throws Exception {
    Family north = learnt(800);
    Family south = learnt(30);
    BaselineFile.write(file(), TERMS, Map.of("south", south, "north", north));

    SortedMap<String, Family> read = BaselineFile.read(file(), TERMS);

    assertThat(read.keySet()).containsExactly("north", "south");
    Family again = Objects.requireNonNull(read.get("north"));
    assertThat(again.last()).isEqualTo(north.last());
    assertThat(again.members().keySet()).containsExactly(Family.TOTAL, "a");
    for (int i = 800; i < 820; i++) {
      Map<String, Long> counts = Map.of("a", 7L, Family.TOTAL, 9L);
      assertThat(again.learn(bin(i), counts, 0)).isEqualTo(north.learn(bin(i), counts, 0));
    }
  }

  @Test
  void the_same_families_are_the_same_bytes() throws Exception {
    BaselineFile.write(file(), TERMS, Map.of("north", learnt(700)));
    byte[] first = Files.readAllBytes(file());
    BaselineFile.write(file(), TERMS, Map.of("north", learnt(700)));
    assertThat(Files.readAllBytes(file())).isEqualTo(first);
    assertThat(directory.toFile().list()).containsExactly("baseline.avro");
  }

  @Test
  void what_other_terms_learnt_is_refused() throws Exception {
    BaselineFile.write(file(), OTHERS, Map.of("north", learnt(3)));
    assertThatThrownBy(() -> BaselineFile.read(file(), TERMS))
        .isInstanceOf(BaselineError.class)
        .hasMessage(
            "%s: was learnt by other terms (%s, these are %s); learn it again from the history"
                .formatted(file(), OTHERS.fingerprint(), TERMS.fingerprint()));
  }

  @Test
  void a_file_that_is_none_says_so() throws Exception {
    assertThatThrownBy(() -> BaselineFile.read(file(), TERMS))
        .isInstanceOf(BaselineError.class)
        .hasMessageContaining("no such file");
    Files.writeString(file(), "time,key,count\n");
    assertThatThrownBy(() -> BaselineFile.read(file(), TERMS))
        .isInstanceOf(BaselineError.class)
        .hasMessageContaining("is no baseline, or is damaged");
  }

  @Test
  void a_file_that_ends_early_is_damaged() throws Exception {
    BaselineFile.write(file(), TERMS, Map.of("north", learnt(700)));
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length - 40));
    assertThatThrownBy(() -> BaselineFile.read(file(), TERMS))
        .isInstanceOf(BaselineError.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void terms_are_told_apart_and_say_the_same_each_time() {
    assertThat(TERMS.fingerprint()).matches("[0-9a-f]{16}").isNotEqualTo(OTHERS.fingerprint());
    assertThat(SpikeTerms.standard().fingerprint()).isEqualTo(TERMS.fingerprint());
  }
}
