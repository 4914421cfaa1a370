package io.aftercare.exporter.pages;

import static io.aftercare.contract.metric.MetricCatalogue.APPOINTMENTS;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_AGED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_OLDEST;
import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.CATCHING_UP;
import static io.aftercare.contract.metric.MetricCatalogue.CLOSED_LOOP_VERDICTS;
import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.EXPECTED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.NPS_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.OBSERVED_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_EXPECTED_EVENTS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_LAST_EVENT;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_OBSERVED_EVENTS;
import static io.aftercare.contract.metric.MetricCatalogue.REGION_SILENCE_LIMIT;
import static io.aftercare.contract.metric.MetricCatalogue.REMOTE_RESOLUTIONS;
import static io.aftercare.contract.metric.MetricCatalogue.REPAIRS;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_RESPONSES;
import static io.aftercare.contract.metric.MetricCatalogue.SATISFACTION_SCORE;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_TARGET_RATIO;
import static io.aftercare.contract.metric.MetricCatalogue.STAGE_DWELL_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.SURVEY_VERDICTS;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_IN_STAGE;
import static io.aftercare.contract.metric.MetricCatalogue.TICKETS_UNTRIAGED;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;
import static io.aftercare.exporter.ledger.Say.attention;
import static io.aftercare.exporter.ledger.Say.overdue;
import static io.aftercare.exporter.ledger.Say.settled;

import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.Distribution;
import io.aftercare.contract.SlaCount;
import io.aftercare.contract.Window;
import io.aftercare.contract.WindowDimension;
import io.aftercare.exporter.board.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A service at nine o'clock, by hand: metro piles up in dispatch, and of nowhere nothing is known.
 */
final class GivenService {
  static final List<String> REGIONS =
      List.of("metro", "islands", "valley", "coast", "harbour", "plains", "lakes", "highlands");

  private static final Map<String, Long> STAGES =
      Map.of(
          "intake", 6L,
          "triage", 14L,
          "dispatch", 120L,
          "schedule", 41L,
          "work", 38L,
          "acceptance", 9L,
          "follow_up", 22L,
          "waiting_customer", 30L,
          "waiting_parts", 12L,
          "waiting_third_party", 4L);

  final Given given = new Given();
  private Instant published = at("09:00");

  GivenService() {
    REGIONS.forEach(this::stays);
    time("08:00");
    given.board.keepStages();
    REGIONS.forEach(this::region);
    time("09:00");
    given
        .gauge(CATCHING_UP, 0, "tickets")
        .gauge(SLA_TARGET_RATIO, 0.8, "first_response")
        .watched(attention("T-1", "valley", "p1", overdue("triage", "08:00")));
    given.board.keepBacklog();
  }

  private Instant next() {
    published = published.plusMillis(1);
    return published;
  }

  /** It is this time, of the events of tickets. */
  void time(String time) {
    Instant now = at(time);
    given.gaugeAt(next(), WATERMARK_TIMESTAMP, now.toEpochMilli() / 1000.0, "tickets");
  }

  /** The region was heard of last then; half an hour of silence is chance. */
  void heard(String region, String time) {
    given
        .gaugeAt(next(), REGION_LAST_EVENT, seconds(at(time)), region, "tickets")
        .gaugeAt(next(), REGION_SILENCE_LIMIT, 1800, region, "tickets");
  }

  /** So many regions more, of which little is known, and each third is silent. */
  void more(int regions) {
    for (int each = 1; each <= regions; each++) {
      String region = "region <img src=x> " + each;
      given.gauge(BACKLOG_TICKETS, 12_345, region, "p1", "in_progress");
      heard(region, each % 3 == 0 ? "08:00" : "08:59");
    }
  }

  private void stays(String region) {
    STAGES.keySet().forEach(stage -> stays(region, stage, 400));
  }

  /** Each of an hour. */
  private void stays(String region, String stage, long ended) {
    given.histogram(STAGE_DWELL_SECONDS, ended, 0, 3600.0 * ended, region, stage);
  }

  private void region(String region) {
    boolean metro = region.equals("metro");
    heard(region, "08:59");
    STAGES.forEach(
        (stage, tickets) -> {
          boolean many = stage.equals("dispatch") && !metro;
          given.gauge(TICKETS_IN_STAGE, many ? 20 : (double) tickets, region, stage);
          stays(region, stage, 400 + (stage.equals("dispatch") ? 20 : tickets));
        });
    backlog(region);
    quality(region);
    usual(region);
    for (String length : List.of("5m", "1h", "24h", "today")) {
      given.windows.take(window(region, length));
    }
    for (int ticket = 0; ticket < 40; ticket++) {
      given.said(
          settled(region + ticket, "first_response", 2, verdict(ticket), at("08:30"))
              .setRegion(region));
    }
  }

  private static ClockVerdict verdict(int ticket) {
    return ticket < 34 ? ClockVerdict.MET : ClockVerdict.BREACHED;
  }

  private void backlog(String region) {
    given
        .gauge(BACKLOG_TICKETS, 12, region, "p1", "in_progress")
        .gauge(BACKLOG_TICKETS, 96, region, "p2", "scheduled")
        .gauge(BACKLOG_TICKETS, 140, region, "p3", "waiting")
        .gauge(BACKLOG_AGED_TICKETS, 64, region, "under_4h")
        .gauge(BACKLOG_AGED_TICKETS, 120, region, "4h_to_24h")
        .gauge(BACKLOG_AGED_TICKETS, 51, region, "1d_to_3d")
        .gauge(BACKLOG_AGED_TICKETS, 13, region, "over_3d")
        .gauge(BACKLOG_OLDEST, seconds(at("04:10")), region, "p1")
        .gauge(BACKLOG_OLDEST, seconds(at("09:00").minus(Duration.ofHours(53))), region, "p2")
        .gauge(BACKLOG_OLDEST, seconds(at("09:00").minus(Duration.ofHours(140))), region, "p3")
        .gauge(TICKETS_UNTRIAGED, 17, region);
  }

  private void quality(String region) {
    given
        .counter(REMOTE_RESOLUTIONS, 640, region, "remote")
        .counter(REMOTE_RESOLUTIONS, 260, region, "not_remote")
        .counter(CLOSED_LOOP_VERDICTS, 870, region, "closed")
        .counter(CLOSED_LOOP_VERDICTS, 130, region, "open")
        .counter(APPOINTMENTS, 190, region, "on_time")
        .counter(APPOINTMENTS, 22, region, "late")
        .counter(APPOINTMENTS, 4, region, "missed")
        .counter(REPAIRS, 171, region, "passed")
        .counter(REPAIRS, 9, region, "failed")
        .counter(SURVEY_VERDICTS, 610, region, "completed")
        .counter(SURVEY_VERDICTS, 240, region, "unanswered")
        .counter(SATISFACTION_RESPONSES, 410, region, "very_satisfied")
        .counter(SATISFACTION_RESPONSES, 120, region, "satisfied")
        .counter(SATISFACTION_RESPONSES, 50, region, "neutral")
        .counter(SATISFACTION_RESPONSES, 30, region, "dissatisfied")
        .counter(SATISFACTION_SCORE, 536.8, region)
        .counter(NPS_RESPONSES, 300, region, "promoter")
        .counter(NPS_RESPONSES, 90, region, "passive")
        .counter(NPS_RESPONSES, 60, region, "detractor");
  }

  private void usual(String region) {
    given
        .gauge(REGION_OBSERVED_EVENTS, 402, region, "tickets")
        .gauge(REGION_EXPECTED_EVENTS, 410, region, "tickets")
        .gauge(OBSERVED_TICKETS, 52, region, "created")
        .gauge(EXPECTED_TICKETS, 48.3, region, "created")
        .gauge(OBSERVED_TICKETS, 31, region, "resolved")
        .gauge(OBSERVED_TICKETS, 248, region, "backlog")
        .gauge(EXPECTED_TICKETS, 180, region, "backlog")
        .gauge(OBSERVED_SECONDS, 21, region, "first_response")
        .gauge(EXPECTED_SECONDS, 19.4, region, "first_response")
        .gauge(OBSERVED_SECONDS, 9100, region, "resolution")
        .gauge(EXPECTED_SECONDS, 8700, region, "resolution");
  }

  private static Window window(String region, String length) {
    boolean five = length.equals("5m");
    boolean day = length.equals("24h");
    return Window.newBuilder()
        .setRegion(region)
        .setDimension(WindowDimension.REGION)
        .setWindow(length)
        .setStart(at("08:00"))
        .setEnd(at(day ? "07:58" : "08:59"))
        .setFinalAt(at(day ? "08:58" : "09:59"))
        .setCorrection(day)
        .setCreated(five ? 0 : 1210)
        .setResolved(five ? 0 : 988)
        .setFirstResponse(
            five
                ? Distribution.newBuilder().build()
                : Distribution.newBuilder()
                    .setCount(1180)
                    .setSumMillis(31_000_000L)
                    .setP50Millis(19_400L)
                    .setP90Millis(124_000L)
                    .build())
        .setResolution(Distribution.newBuilder().build())
        .setSlas(
            five
                ? List.of()
                : List.of(
                    new SlaCount("triage", 88L, 12L), new SlaCount("first_response", 19L, 1L)))
        .build();
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }
}
