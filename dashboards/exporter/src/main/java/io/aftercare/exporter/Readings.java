package io.aftercare.exporter;

import io.aftercare.exporter.topic.ReaderStatus;
import io.aftercare.exporter.topic.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the reading of all topics is. {@code /metrics} waits for its own topic alone; the API
 * waits for those it is made of. An older installation that lacks a topic is ready without it, but
 * has no API.
 *
 * @param metrics of the metrics topic
 * @param ledgers of the attention and the verdicts topic; fewer if they are not to be read
 * @param steps of the milestones, the windows and the spikes topic; nothing waits for one that does
 *     not exist
 */
record Readings(ReaderStatus metrics, List<ReaderStatus> ledgers, List<ReaderStatus> steps)
    implements Readiness {
  private static final int LEDGERS = 2;

  Readings {
    ledgers = List.copyOf(ledgers);
    steps = List.copyOf(steps);
  }

  List<ReaderStatus> all() {
    List<ReaderStatus> all = new ArrayList<>(List.of(metrics));
    all.addAll(ledgers);
    all.addAll(steps);
    return all;
  }

  @Override
  public boolean isReady() {
    return metrics.isFresh() && waitedFor().stream().allMatch(Readings::isReadyOrMissing);
  }

  /**
   * Whether {@code /metrics} may be served: the API tells the age of what it tells, they cannot.
   */
  Readiness ofMetrics() {
    return new Readiness() {
      @Override
      public boolean isReady() {
        return metrics.isFresh();
      }

      @Override
      public String describe() {
        return metrics.describe();
      }
    };
  }

  @Override
  public String describe() {
    return all().stream().map(ReaderStatus::describe).collect(Collectors.joining("\n"));
  }

  /** What is in the way of the API; null if nothing is. */
  @Nullable String obstacle() {
    if (ledgers.size() < LEDGERS) {
      return "the attention and the verdicts topic are not configured, and there is no API without";
    }
    List<ReaderStatus> unread = new ArrayList<>();
    if (!metrics.isReady()) {
      unread.add(metrics);
    }
    ledgers.stream().filter(each -> !each.isReady()).forEach(unread::add);
    steps.stream().filter(each -> !isReadyOrMissing(each)).forEach(unread::add);
    return unread.isEmpty()
        ? null
        : unread.stream().map(ReaderStatus::describe).collect(Collectors.joining("; "));
  }

  private List<ReaderStatus> waitedFor() {
    List<ReaderStatus> others = new ArrayList<>(ledgers);
    others.addAll(steps);
    return others;
  }

  private static boolean isReadyOrMissing(ReaderStatus reader) {
    return reader.isReady() || reader.isMissing();
  }
}
