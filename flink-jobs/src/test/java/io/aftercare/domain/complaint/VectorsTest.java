package io.aftercare.domain.complaint;

import static io.aftercare.domain.complaint.SpikeData.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.domain.complaint.WatchStep.Move;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The published unit vectors, in the tolerances published with them. */
class VectorsTest {
  private static final double TAIL = 1e-6;
  private static final double STREAM = 1e-4;
  private static final long MONDAY = 1_704_067_200_000L;
  private static final LocalWeek WEEK = LocalWeek.of(ZoneOffset.UTC);

  @Test
  void tails_are_those_of_the_vectors() {
    for (String[] row : SpikeData.rows("nbtail.csv")) {
      assertThat(NegativeBinomial.minusLog10Tail(number(row[0]), number(row[1]), number(row[2])))
          .as(String.join(" ", row))
          .isCloseTo(number(row[3]), within(TAIL));
    }
  }

  @Test
  void a_region_and_its_categories_score_as_in_the_vectors() {
    follow(Set.of("total", "sparse", "medium"));
  }

  @Test
  void a_key_of_its_own_scores_as_in_the_vectors() {
    follow(Set.of("large"));
  }

  private static void follow(Set<String> keys) {
    Family family = new Family(SpikeTerms.published());
    Map<String, String[]> rows = new HashMap<>();
    for (String[] row : SpikeData.rows("stream.csv")) {
      if (keys.contains(row[1])) {
        rows.put(category(row[1]), row);
        if (rows.size() == keys.size()) {
          step(family, rows);
          rows.clear();
        }
      }
    }
    assertThat(in(family.members(), category(keys.iterator().next())).bins()).isEqualTo(2688);
  }

  private static void step(Family family, Map<String, String[]> rows) {
    Map<String, Long> counts = new HashMap<>();
    rows.forEach(
        (category, row) ->
            counts.put(category, row[2].isEmpty() ? Family.DOWN : Long.parseLong(row[2])));
    int number = Integer.parseInt(rows.values().iterator().next()[0]);
    Bin bin = WEEK.bin(MONDAY + number * Bin.MILLIS, true);
    Map<String, Expected> expected = number == 0 ? Map.of() : family.expected(bin);
    List<Score> scores = family.learn(bin, counts, 0);
    Set<String> told = new HashSet<>();
    for (Score score : scores) {
      String[] row = in(rows, score.category());
      String what = String.join(",", row);
      told.add(score.category());
      assertThat(score.score()).as(what).isCloseTo(number(row[6]), within(STREAM));
      assertThat(score.windowMinutes()).as(what).isEqualTo(Integer.parseInt(row[7]));
      assertThat(score.observed()).as(what).isEqualTo(Long.parseLong(row[8]));
      assertThat(score.expected() / number(row[9])).as(what).isCloseTo(1, within(STREAM));
      Dispersion after = family.dispersion(score.category(), 240);
      assertThat(after.phi()).as(what).isCloseTo(number(row[4]), within(STREAM));
      assertThat(after.psi()).as(what).isCloseTo(number(row[5]), within(STREAM));
      if (number > 0) {
        assertThat(in(expected, score.category()).mean() / number(row[3]))
            .as(what)
            .isCloseTo(1, within(STREAM));
      }
    }
    assertThat(told).isEqualTo(rows.keySet());
  }

  private static String category(String key) {
    return key.equals("total") ? Family.TOTAL : key;
  }

  @Test
  void alerts_open_and_close_as_in_the_vectors() {
    Watch watch = new Watch(AlertTerms.standard());
    Watched watched = Watched.NOTHING;
    for (String[] row : SpikeData.rows("hysteresis.csv")) {
      long at = Long.parseLong(row[0]) * Bin.MILLIS;
      WatchStep step = watch.bin(watched, new Sighting(at, number(row[1]), 2, 9999, 9999));
      watched = step.watched();
      String move =
          switch (step.move()) {
            case OPENED -> "OPEN";
            case CLOSED -> "CLOSE";
            default -> "";
          };
      assertThat(move).as("bin %s", row[0]).isEqualTo(row[2]);
      assertThat(watched.open()).as("bin %s", row[0]).isEqualTo(row[3].equals("1"));
      assertThat(step.move()).isNotEqualTo(Move.TOLD_AGAIN);
    }
  }

  @Test
  void drivers_are_ranked_as_in_the_vectors() throws Exception {
    JsonNode vector = new ObjectMapper().readTree(SpikeData.text("driver.json"));
    double all = vector.get("window_expected").asDouble();
    Map<String, Map<String, Long>> observed = new HashMap<>();
    Map<String, Map<String, Double>> usual = new HashMap<>();
    for (JsonNode each : vector.get("ranked")) {
      String dimension = each.get("dimension").asText();
      String value = each.get("value").asText();
      observed
          .computeIfAbsent(dimension, none -> new HashMap<>())
          .put(value, each.get("observed").asLong());
      double weight = 1000 * each.get("expected").asDouble() / all - 0.5; // of 1000 in all
      usual.computeIfAbsent(dimension, none -> new HashMap<>()).put(value, weight);
    }
    List<Drivers.Tally> tallies = new ArrayList<>();
    observed.forEach(
        (dimension, counts) ->
            tallies.add(new Drivers.Tally(dimension, counts, Shares.of(0, in(usual, dimension)))));
    Score spike = new Score("any", 6, 60, vector.get("window_count").asLong(), all);
    Dispersion dispersion =
        new Dispersion(vector.get("phi").asDouble(), vector.get("psi").asDouble());

    Drivers found = Drivers.of(spike, dispersion, tallies);

    assertThat(found.ranked()).hasSameSizeAs(vector.get("ranked"));
    for (int i = 0; i < found.ranked().size(); i++) {
      JsonNode expected = vector.get("ranked").get(i);
      Driver driver = found.ranked().get(i);
      assertThat(driver.dimension()).isEqualTo(expected.get("dimension").asText());
      assertThat(driver.value()).isEqualTo(expected.get("value").asText());
      assertThat(driver.observed()).isEqualTo(expected.get("observed").asLong());
      assertThat(driver.excess()).isCloseTo(expected.get("excess").asDouble(), within(STREAM));
      assertThat(driver.shareOfExcess())
          .isCloseTo(expected.get("share_of_excess").asDouble(), within(STREAM));
      assertThat(driver.score()).isCloseTo(expected.get("score").asDouble(), within(TAIL * 10));
    }
    assertThat(found.explaining()).extracting(Driver::value).containsExactly("B");
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }
}
