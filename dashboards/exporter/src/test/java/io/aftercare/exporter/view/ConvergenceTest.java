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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the order, the doubles and the restarts: the same records end in the same text. */
class ConvergenceTest {
  private static final int SEEDS = 20;
  private static final int STEPS = 12;
  private static final List<String> REGIONS = List.of("north", "south", "a \"b\" \\ c");

  /** The last value of every series, by hand-written arithmetic and not by the view. */
  private record Story(List<MetricRecord> records, Map<String, MetricRecord> last) {}

  private static Story story(Random random, int lineage) {
    List<MetricRecord> records = new ArrayList<>();
    Map<String, MetricRecord> last = new LinkedHashMap<>();
    for (String region : REGIONS) {
      int tickets = 0;
      int slow = 0;
      for (int step = 0; step < STEPS; step++) {
        tickets += random.nextInt(4);
        slow += random.nextInt(2);
        for (MetricRecord metric :
            List.of(
                created(region, tickets),
                backlog(region, random.nextInt(50), step),
                resolution(region, tickets, slow, tickets * 60.0 + slow * 700_000.0))) {
          MetricRecord told = later(metric, lineage);
          records.add(told);
          last.put(key(told), told);
        }
      }
    }
    return new Story(records, last);
  }

  private static MetricsView viewOf(Iterable<MetricRecord> records) {
    MetricsView view = new MetricsView(List.of(), 0);
    records.forEach(metric -> tell(view, metric));
    return view;
  }

  private static String lastOf(Story story) {
    return text(viewOf(story.last().values()).totals());
  }

  @Test
  void anyOrderAndAnyDoublesOfOneLineageEndInItsLastValues() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Story story = story(random, 1);
      List<MetricRecord> told = new ArrayList<>(story.records());
      told.addAll(story.records().subList(0, random.nextInt(told.size())));
      Collections.shuffle(told, random);
      assertThat(text(viewOf(told).totals())).as("seed %s", seed).isEqualTo(lastOf(story));
    }
  }

  @Test
  void aRestartOnTheCompactedTopicEndsInTheSameText() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Story story = story(random, 1);
      MetricsView lived = viewOf(story.records());
      List<MetricRecord> compacted = new ArrayList<>(story.last().values());
      Collections.shuffle(compacted, random);
      MetricsView restarted = viewOf(compacted);
      restarted.settle();
      assertThat(text(restarted.scraper().collect()))
          .as("seed %s", seed)
          .isEqualTo(text(lived.totals()));
    }
  }

  @Test
  void twoReplicasThatReadPartitionsInDifferentTurnsEndInTheSameText() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<MetricRecord> both = new ArrayList<>(story(random, 1).records());
      Story newer = story(random, 2);
      both.addAll(newer.records().subList(0, STEPS * REGIONS.size()));
      MetricsView one = viewOf(perKeyShuffle(both, new Random(seed)));
      MetricsView other = viewOf(perKeyShuffle(both, new Random(seed + 1_000_000)));
      assertThat(text(one.totals())).as("seed %s", seed).isEqualTo(text(other.totals()));
    }
  }

  /** Series in any turn, each in its own order: what Kafka promises. */
  private static List<MetricRecord> perKeyShuffle(List<MetricRecord> records, Random random) {
    Map<String, List<MetricRecord>> byKey = new LinkedHashMap<>();
    records.forEach(r -> byKey.computeIfAbsent(key(r), k -> new ArrayList<>()).add(r));
    List<List<MetricRecord>> open = new ArrayList<>(byKey.values());
    List<MetricRecord> turns = new ArrayList<>();
    while (!open.isEmpty()) {
      List<MetricRecord> next = open.get(random.nextInt(open.size()));
      turns.add(next.remove(0));
      open.removeIf(List::isEmpty);
    }
    return turns;
  }
}
