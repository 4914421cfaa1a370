package io.aftercare.exporter.view;

import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The most series there can be: every label of every metric with every value it can take, at 32
 * listed regions, 40 queues and 11 categories, the unknown ones beside them. Four things are not
 * counted, because they cannot be: a slot of an sla that has no shadow, a priority of the sla
 * {@code callback} (calls have none), a queue in any region but its own, and what must add up over
 * all regions together in a single one. Nothing else is left out.
 */
final class WorstCase {
  static final int BUDGET = 45_000;

  /** Listed ones; the unknown one comes on top. */
  static final int LISTED_REGIONS = 32;

  /** Listed ones, each of one region; calls without one are of the unknown queue and region. */
  static final int LISTED_QUEUES = 40;

  /** Listed ones; the unknown one comes on top, and of levels the region's total. */
  static final int LISTED_CATEGORIES = 11;

  private static final int PRIORITIES = 5;

  /** What is promised about tickets, in each priority. */
  private static final int TICKET_SLAS = 10;

  /** What is promised about calls: callbacks, whose clocks are all of priority unknown. */
  private static final int CALL_SLAS = 1;

  /** What must add up over all regions together: four of tickets, four of calls and agents. */
  private static final int IDENTITIES_OF_ALL = 8;

  /** Shadows that are shipped, over all slas; each adds an (sla, slot) to the active ones. */
  private static final int SHADOWS = 1;

  /** What the domain's own lists, policies and readers can put into each label. */
  private static final Map<String, Integer> VALUES =
      Map.ofEntries(
          Map.entry("region", LISTED_REGIONS + 1),
          Map.entry("queue", LISTED_QUEUES + 1),
          Map.entry("priority", PRIORITIES),
          Map.entry("channel", 10),
          Map.entry("channel_class", 2),
          Map.entry("cause", 3),
          Map.entry("direction", 2),
          Map.entry("measure", 5),
          Map.entry("sla", TICKET_SLAS + CALL_SLAS),
          Map.entry("change", 3),
          Map.entry("level", 2),
          Map.entry("kind", 9),
          Map.entry("rank", 5),
          Map.entry("ticket_id", 1), // a rank is one ticket's at a time
          Map.entry("result", 4),
          Map.entry("reason", 25),
          Map.entry("field", 50),
          Map.entry("identity", IDENTITIES_OF_ALL + 1), // and the backlog of each region
          Map.entry("slot", 1),
          Map.entry("definition", 5),
          Map.entry("quantile", 4),
          Map.entry("event", 2),
          Map.entry("age", 4),
          Map.entry("stage", 11),
          Map.entry("band", 4),
          Map.entry("group", 3),
          Map.entry("complete", 2),
          Map.entry("service_type", 9),
          Map.entry("source", 1), // of a benchmark, as is the next
          Map.entry("as_of", 1),
          Map.entry("job", 3),
          Map.entry("version", 1),
          Map.entry("policy", 30));

  private static final Set<String> PROMISE = Set.of("sla", "priority", "slot");

  private WorstCase() {}

  /** Of the whole catalogue. */
  static long total() {
    return Arrays.stream(MetricCatalogue.values()).mapToLong(metric -> series(metric)).sum();
  }

  /** Of one metric; a histogram's buckets, sum and count are series. */
  static long series(MetricCatalogue metric) {
    if (metric == MetricCatalogue.IDENTITY_IMBALANCE) {
      return IDENTITIES_OF_ALL + (long) values(metric, "region");
    }
    boolean promises = metric.labels().contains("sla");
    boolean queues = metric.labels().contains("queue");
    long series = FamilySpec.of(metric).weight() * (promises ? promises(metric) : 1);
    for (String label : metric.labels()) {
      boolean isCounted =
          (promises && PROMISE.contains(label))
              || (queues && label.equals("region")); // of a queue there is one
      series *= isCounted ? 1 : values(metric, label);
    }
    return series;
  }

  /** How many (sla, priority, slot) there are, as far as the metric tells them apart. */
  private static long promises(MetricCatalogue metric) {
    int priorities = metric.labels().contains("priority") ? PRIORITIES : 1;
    if (!metric.labels().contains("region")) {
      return (long) (TICKET_SLAS + CALL_SLAS) * priorities;
    }
    if (metric == MetricCatalogue.SLA_SHADOW_CLOCKS) {
      return SHADOWS;
    }
    int shadows = metric.labels().contains("slot") ? SHADOWS : 0;
    return (long) (TICKET_SLAS + shadows) * priorities + CALL_SLAS;
  }

  static int values(MetricCatalogue metric, String label) {
    switch (label) {
      case "state" -> {
        return states(metric);
      }
      case "stream" -> {
        return streams(metric);
      }
      case "window" -> {
        return windows(metric);
      }
      case "figure" -> {
        return figures(metric);
      }
      case "category" -> {
        return categories(metric);
      }
      case "outcome" -> {
        return outcomes(metric);
      }
      case "verdict" -> {
        return verdicts(metric);
      }
      default -> {}
    }
    Integer values = VALUES.get(label);
    if (values == null) {
      throw new IllegalStateException("how many values can " + label + " have?");
    }
    return values;
  }

  private static int states(MetricCatalogue metric) {
    return switch (metric) {
      case SLA_OPEN_CLOCKS -> 3;
      case AGENTS -> 7;
      default -> 5;
    };
  }

  /** A total has no mass complaint, and what is counted adds up to it. */
  private static int categories(MetricCatalogue metric) {
    return switch (metric) {
      case COMPLAINTS, COMPLAINTS_RETRACTED, COMPLAINT_MASS_REGIONS -> LISTED_CATEGORIES + 1;
      default -> LISTED_CATEGORIES + 2;
    };
  }

  /** Event time is that of the three jobs; what is read, of the inputs of each. */
  private static int streams(MetricCatalogue metric) {
    return switch (metric) {
      case WATERMARK_TIMESTAMP, CATCHING_UP -> 3;
      case REGION_LAST_EVENT,
          REGION_EXPECTED_EVENTS,
          REGION_OBSERVED_EVENTS,
          REGION_SILENCE_LIMIT ->
          1;
      default -> 4;
    };
  }

  private static int windows(MetricCatalogue metric) {
    return switch (metric) {
      case WINDOW_FIRST_RESPONSE, WINDOW_RESOLUTION, WINDOW_TICKETS -> 4;
      default -> 2;
    };
  }

  private static int figures(MetricCatalogue metric) {
    return switch (metric) {
      case EXPECTED_TICKETS, OBSERVED_TICKETS -> 3;
      default -> 2;
    };
  }

  private static int outcomes(MetricCatalogue metric) {
    return switch (metric) {
      case FIRST_CONTACT_RESOLUTIONS,
          FIRST_CONTACT_RESOLUTIONS_RETRACTED,
          REMOTE_RESOLUTIONS,
          REMOTE_RESOLUTIONS_RETRACTED ->
          3;
      case REPAIRS, REPAIRS_RETRACTED -> 2;
      case APPOINTMENTS, APPOINTMENTS_RETRACTED -> 5;
      default -> 11;
    };
  }

  private static int verdicts(MetricCatalogue metric) {
    return switch (metric) {
      case SLA_VERDICTS, SLA_VERDICTS_RETRACTED -> 3;
      default -> 2;
    };
  }
}
