package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.later;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Two exporters on one topic, one of them restarted at any moment, over what a compacted topic may
 * do: records that a later one of their key replaced are there or not, tombstones too, and each
 * partition is read at its own pace. Both end at the same text, and no counter is ever lower in the
 * restarted one than it was in the other when it was restarted.
 */
class ReplicasTest {
  private static final int SEEDS = 12;
  private static final int STEPS = 60;
  private static final int PARTITIONS = 3;

  /** One record of the topic; null takes the series away. */
  private record Entry(String key, @Nullable MetricRecord metric) {
    int partition() {
      return Math.floorMod(key.hashCode(), PARTITIONS);
    }
  }

  /**
   * One job's life: counters and histograms rise, gauges move and go, and what was said is said
   * again.
   */
  private static List<Entry> life(Random random, int lineage) {
    List<Entry> topic = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int step = 0; step < STEPS; step++) {
      String region = "region " + random.nextInt(4);
      int count = counts.merge(region, 1 + random.nextInt(3), Integer::sum);
      add(topic, later(created(region, count), lineage));
      add(topic, later(resolution(region, count, count / 2, count * 60.0), lineage));
      MetricRecord gauge = later(backlog(region, random.nextInt(9), step), lineage);
      if (random.nextInt(4) == 0) {
        topic.add(new Entry(key(gauge), null));
      } else {
        add(topic, gauge);
      }
      if (random.nextInt(5) == 0) {
        // At least once: after a failure a job says again what its last checkpoint holds.
        Map<String, Entry> checkpoint = new LinkedHashMap<>();
        topic.forEach(each -> checkpoint.put(each.key(), each));
        topic.addAll(checkpoint.values());
      }
    }
    return topic;
  }

  private static void add(List<Entry> topic, MetricRecord metric) {
    topic.add(new Entry(key(metric), metric));
  }

  /**
   * Of records that a later one replaces some are gone; a tombstone goes only when all before it
   * are.
   */
  private static List<Entry> compacted(List<Entry> topic, Random random) {
    Map<String, Entry> last = new LinkedHashMap<>();
    topic.forEach(each -> last.put(each.key(), each));
    last.values().removeIf(each -> each.metric() == null && random.nextBoolean());
    return topic.stream()
        .filter(each -> last.containsKey(each.key()))
        .filter(each -> each.equals(last.get(each.key())) || random.nextInt(3) == 0)
        .toList();
  }

  /** Each partition in its order, the partitions in any turns. */
  private static List<Entry> interleaved(List<Entry> topic, Random random) {
    List<List<Entry>> partitions = new ArrayList<>();
    for (int p = 0; p < PARTITIONS; p++) {
      int number = p;
      partitions.add(
          new ArrayList<>(topic.stream().filter(each -> each.partition() == number).toList()));
    }
    partitions.removeIf(List::isEmpty);
    List<Entry> turns = new ArrayList<>();
    while (!partitions.isEmpty()) {
      turns.add(partitions.get(random.nextInt(partitions.size())).remove(0));
      partitions.removeIf(List::isEmpty);
    }
    return turns;
  }

  private static MetricsView read(List<Entry> topic, MetricsView view) {
    topic.forEach(each -> view.apply(each.key(), each.metric()));
    return view;
  }

  private static MetricsView read(List<Entry> topic) {
    return read(topic, new MetricsView(List.of(), 0));
  }

  private static List<Entry> twoLives(Random random) {
    List<Entry> topic = new ArrayList<>(life(random, 1));
    topic.addAll(life(random, 2));
    return topic;
  }

  @Test
  void bothEndAtTheSameTextWhateverCompactionTookAndHoweverPartitionsCame() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Entry> topic = twoLives(random);
      MetricsView one = read(interleaved(topic, random));
      MetricsView other = read(interleaved(compacted(topic, random), random));
      assertThat(text(other.totals())).as("seed %s", seed).isEqualTo(text(one.totals()));
    }
  }

  @Test
  void theRestartedOneIsNeverBelowWhatTheOtherServed() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<Entry> topic = life(random, 1);
      int restart = 1 + random.nextInt(topic.size() - 1);
      Map<String, Double> served = counters(text(read(topic.subList(0, restart)).totals()));
      MetricsView view = new MetricsView(List.of(), 0);
      read(interleaved(compacted(topic.subList(0, restart), random), random), view);
      view.settle();
      Scraper scraper = view.scraper();
      for (int next = restart; next < topic.size(); next++) {
        if (next % 5 == 0) {
          served = assertNotBelow(served, text(scraper.collect()), seed);
        }
        read(topic.subList(next, next + 1), view);
      }
      assertNotBelow(served, text(scraper.collect()), seed);
      assertThat(view.counts().regressions()).as("seed %s", seed).isZero();
    }
  }

  @Test
  void aRecordOfTheOldLifeThatIsReadLateBringsNothingBack() {
    MetricsView view = new MetricsView(List.of(), 0);
    tell(view, later(created("north", 1), 2), created("north", 9), created("south", 9));
    assertThat(counters(text(view.totals())).values().stream().mapToDouble(v -> v).sum())
        .isEqualTo(1);
  }

  private static Map<String, Double> assertNotBelow(
      Map<String, Double> before, String scrape, int seed) {
    Map<String, Double> now = counters(scrape);
    before.forEach(
        (series, value) ->
            assertThat(now.get(series))
                .as("seed %s, %s", seed, series)
                .isNotNull()
                .isGreaterThanOrEqualTo(value));
    return now;
  }

  /** Everything that must not fall: counters, and counts, sums and buckets of histograms. */
  private static Map<String, Double> counters(String scrape) {
    Map<String, Double> counters = new HashMap<>();
    scrape
        .lines()
        .filter(line -> !line.startsWith("#") && !line.startsWith(Told.BACKLOG))
        .forEach(
            line -> {
              int blank = line.lastIndexOf(' ');
              counters.put(line.substring(0, blank), Double.parseDouble(line.substring(blank + 1)));
            });
    return counters;
  }
}
