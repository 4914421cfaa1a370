package io.aftercare.exporter.view;

import io.aftercare.contract.Channel;
import io.aftercare.contract.Priority;
import io.aftercare.contract.ServiceType;
import io.aftercare.contract.metric.MetricCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The closed lists of label values, and nowhere else. A label that is not here is open: its values
 * are the source's own (region, queue, category, reason). Values of the contract's enums are their
 * symbols in lower_snake_case and are enforced; the other lists say which series to expect.
 */
final class LabelValues {
  static final String OTHER = "other";
  static final String UNKNOWN = "unknown";

  private static final Map<String, List<String>> ENFORCED =
      Map.of(
          "channel", lowerCase(Channel.values()),
          "priority", lowerCase(Priority.values()),
          "service_type", lowerCase(ServiceType.values()));

  private static final List<String> CLOCK_STATES = List.of("running", "paused", "overdue");
  private static final List<String> BACKLOG_STATES =
      List.of("new", "in_progress", "scheduled", "waiting", UNKNOWN);
  private static final List<String> AGENT_STATES =
      List.of("available", "ringing", "on_contact", "on_hold", "wrap_up", "away", UNKNOWN);

  /** What is measured of each input; tickets are read once more for their complaints. */
  private static final List<String> STREAMS = List.of("tickets", "calls", "agents", "complaints");

  /** Those of whom a job says what time it is: agents' events drive no clock of their own. */
  private static final List<String> TIMED_STREAMS = List.of("tickets", "calls", "complaints");

  private static final String CALLBACK = "callback";

  private static final Map<String, List<String>> EXPECTED =
      Map.ofEntries(
          Map.entry("channel_class", List.of("live", "async")),
          Map.entry("cause", List.of("cancelled", "merged", "spam")),
          Map.entry("direction", List.of("in", "out")),
          Map.entry("measure", measures()),
          Map.entry("sla", slas()),
          Map.entry("level", List.of("70", "90")),
          Map.entry("kind", actions()),
          Map.entry("slot", List.of("active")),
          Map.entry("change", List.of("breached_to_met", "met_to_breached", "other")),
          Map.entry("rank", List.of("1", "2", "3", "4", "5")),
          Map.entry("state", states()),
          Map.entry("stream", STREAMS),
          Map.entry("definition", definitions()),
          Map.entry("quantile", List.of("0.5", "0.9", "0.95", "0.99")),
          Map.entry("event", List.of("created", "resolved")),
          Map.entry("age", List.of("under_4h", "4h_to_24h", "1d_to_3d", "over_3d")),
          Map.entry("stage", stages()),
          Map.entry("band", List.of("very_satisfied", "satisfied", "neutral", "dissatisfied")),
          Map.entry("group", List.of("promoter", "passive", "detractor")),
          Map.entry("complete", List.of("true", "false")),
          Map.entry("result", List.of("applied", "duplicate", "rejected", "late_dropped")));

  private LabelValues() {}

  /** False: the value is outside the contract's enum and is served as {@link #OTHER}. */
  static boolean allows(String label, String value) {
    List<String> values = ENFORCED.get(label);
    return values == null || values.contains(value);
  }

  /** All values of a closed label; empty if the label is open. */
  static List<String> all(String label) {
    return ENFORCED.getOrDefault(label, EXPECTED.getOrDefault(label, List.of()));
  }

  /** Of a closed label the values it can have with a metric; empty if the label is open. */
  static List<String> of(MetricCatalogue metric, String label) {
    return switch (label) {
      case "state" -> states(metric);
      case "stream" -> streams(metric);
      case "window" -> windows(metric);
      case "figure" -> figures(metric);
      case "outcome" -> outcomes(metric);
      case "verdict" -> verdicts(metric);
      default -> all(label);
    };
  }

  private static List<String> windows(MetricCatalogue metric) {
    return switch (metric) {
      case CALL_SERVICE_LEVEL_RATIO, CALL_SERVICE_LEVEL_CALLS -> List.of("hour", "hour_offered");
      case WINDOW_SLA_RATIO, WINDOW_SLA_SETTLED -> List.of("24h", "today");
      default -> List.of("5m", "1h", "24h", "today");
    };
  }

  private static List<String> figures(MetricCatalogue metric) {
    return switch (metric) {
      case EXPECTED_TICKETS, OBSERVED_TICKETS -> List.of("created", "resolved", "backlog");
      default -> List.of("first_response", "resolution");
    };
  }

  private static List<String> outcomes(MetricCatalogue metric) {
    return switch (metric) {
      case FIRST_CONTACT_RESOLUTIONS, FIRST_CONTACT_RESOLUTIONS_RETRACTED ->
          List.of("provisional", "confirmed", "failed");
      case REMOTE_RESOLUTIONS, REMOTE_RESOLUTIONS_RETRACTED ->
          List.of("remote", "not_remote", UNKNOWN);
      case REPAIRS, REPAIRS_RETRACTED -> List.of("passed", "failed");
      case APPOINTMENTS, APPOINTMENTS_RETRACTED ->
          List.of("on_time", "late", "missed", "rescheduled", "cancelled");
      default -> outcomes();
    };
  }

  private static List<String> verdicts(MetricCatalogue metric) {
    return switch (metric) {
      case CLOSED_LOOP_VERDICTS, CLOSED_LOOP_VERDICTS_RETRACTED -> List.of("closed", "open");
      case SURVEY_VERDICTS, SURVEY_VERDICTS_RETRACTED -> List.of("completed", "unanswered");
      default -> List.of("met", "breached", "cancelled");
    };
  }

  private static List<String> states(MetricCatalogue metric) {
    return switch (metric) {
      case SLA_OPEN_CLOCKS -> CLOCK_STATES;
      case AGENTS -> AGENT_STATES;
      default -> BACKLOG_STATES;
    };
  }

  private static List<String> streams(MetricCatalogue metric) {
    return switch (metric) {
      case WATERMARK_TIMESTAMP, CATCHING_UP -> TIMED_STREAMS;
      case REGION_LAST_EVENT,
          REGION_EXPECTED_EVENTS,
          REGION_OBSERVED_EVENTS,
          REGION_SILENCE_LIMIT ->
          List.of("tickets");
      default -> STREAMS;
    };
  }

  /** The values worth pre-creating: all but {@link #UNKNOWN}. */
  static List<String> expected(MetricCatalogue metric, String label) {
    return of(metric, label).stream().filter(value -> !value.equals(UNKNOWN)).toList();
  }

  /** The priorities worth pre-creating of an sla: a callback is owed by a call, which has none. */
  static List<String> expectedPriorities(String sla) {
    return sla.equals(CALLBACK)
        ? List.of(UNKNOWN)
        : all("priority").stream().filter(value -> !value.equals(UNKNOWN)).toList();
  }

  private static List<String> lowerCase(Enum<?>[] symbols) {
    return Arrays.stream(symbols).map(symbol -> symbol.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> slas() {
    return List.of(
        "first_response",
        "next_response",
        "triage",
        "resolution",
        "ownership",
        "arrival",
        "post_service_follow_up",
        "guidance_follow_up",
        "complaint_resolution",
        "due",
        CALLBACK);
  }

  private static List<String> measures() {
    return List.of(
        "first_response_seconds",
        "resolution_seconds",
        "stage_dwell_seconds",
        "call_wait_seconds",
        "call_handle_seconds");
  }

  private static List<String> stages() {
    return List.of(
        "intake",
        "triage",
        "dispatch",
        "schedule",
        "work",
        "acceptance",
        "follow_up",
        "closed",
        "waiting_customer",
        "waiting_parts",
        "waiting_third_party");
  }

  private static List<String> outcomes() {
    return List.of(
        "answered_in_time",
        "answered_late",
        "abandoned_short",
        "abandoned_in_time",
        "abandoned_late",
        "transferred",
        "overflowed",
        CALLBACK,
        "voicemail",
        "closed",
        "failed");
  }

  private static List<String> definitions() {
    return List.of(
        "of_answered",
        "of_offered",
        "excl_short_abandons",
        "excl_all_abandons",
        "abandon_in_time_counts");
  }

  private static List<String> states() {
    return Stream.of(CLOCK_STATES, BACKLOG_STATES, AGENT_STATES)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static List<String> actions() {
    return List.of(
        "paused",
        "downgraded",
        "reassigned",
        "closed",
        "too_early",
        "back_dated",
        "auto_reply",
        "internal_note",
        "read");
  }
}
