package io.aftercare.exporter.board;

import static io.aftercare.contract.metric.MetricCatalogue.BACKLOG_TICKETS;
import static io.aftercare.contract.metric.MetricCatalogue.CALLS_WAITING;
import static io.aftercare.contract.metric.MetricCatalogue.CALL_LONGEST_WAIT_START;
import static io.aftercare.contract.metric.MetricCatalogue.CATCHING_UP;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_AT_RISK_CLOCKS;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_OPEN_CLOCKS;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_TARGET_RATIO;
import static io.aftercare.contract.metric.MetricCatalogue.SLA_TARGET_SECONDS;
import static io.aftercare.contract.metric.MetricCatalogue.WATERMARK_TIMESTAMP;
import static io.aftercare.exporter.ledger.Say.at;

import io.aftercare.contract.Attention;
import io.aftercare.contract.MetricKind;
import io.aftercare.contract.Verdict;
import io.aftercare.contract.metric.MetricCatalogue;
import io.aftercare.exporter.attention.AttentionView;
import io.aftercare.exporter.ledger.RecentVerdicts;
import io.aftercare.exporter.spike.RecentSpikes;
import io.aftercare.exporter.view.MetricsView;
import io.aftercare.exporter.view.Told;
import io.aftercare.exporter.window.LastWindows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A board made by hand: views that are told what a test wants, and a clock that it sets. */
public final class Given {
  public final MetricsView metrics = new MetricsView(List.of(), 0);
  public final AttentionView attention = new AttentionView();
  public final RecentVerdicts verdicts = new RecentVerdicts();
  public final LastWindows windows = new LastWindows();
  public final RecentSpikes spikes = new RecentSpikes();
  public final SetClock wall = new SetClock(Instant.parse("2026-03-02T09:00:07.123Z"));
  public final Board board =
      new Board(
          new Views(
              metrics,
              attention,
              verdicts,
              windows,
              spikes,
              new BacklogHistory(),
              new StageHistory(),
              List.of("quiet town"),
              "1.2.3"),
          wall);

  /** A clock that stands until it is set. */
  public static final class SetClock extends Clock {
    private volatile Instant now;

    SetClock(Instant now) {
      this.now = now;
    }

    public void set(Instant instant) {
      now = instant;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A gauge, published two seconds before nine. */
  public Given gauge(MetricCatalogue metric, double value, String... labelValues) {
    return gaugeAt(at("09:00").minusSeconds(2), metric, value, labelValues);
  }

  /** A gauge, published at this instant. */
  public Given gaugeAt(
      Instant published, MetricCatalogue metric, double value, String... labelValues) {
    Told.tell(
        metrics,
        Told.record(metric.metricName(), MetricKind.GAUGE, labels(metric, labelValues))
            .setValue(value)
            .setPublishedAt(published)
            .build());
    return this;
  }

  public Given counter(MetricCatalogue metric, double value, String... labelValues) {
    Told.tell(metrics, Told.counter(metric.metricName(), labels(metric, labelValues), value));
    return this;
  }

  /** A histogram that observed so many within its first bound, so many beyond its last. */
  public Given histogram(
      MetricCatalogue metric, long first, long beyond, double sum, String... labelValues) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(metric.buckets().size() + 1, 0L));
    counts.set(0, first);
    counts.set(metric.buckets().size(), beyond);
    Told.tell(
        metrics,
        Told.record(metric.metricName(), MetricKind.HISTOGRAM, labels(metric, labelValues))
            .setBucketBounds(metric.buckets())
            .setBucketCounts(counts)
            .setSum(sum)
            .build());
    return this;
  }

  private static Map<String, String> labels(MetricCatalogue metric, String... values) {
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      labels.put(metric.labels().get(i), values[i]);
    }
    return labels;
  }

  /** Somebody waits longest in a queue since then. */
  public Given waiting(String region, String queue, long callers, Instant since) {
    return gauge(CALLS_WAITING, (double) callers, region, queue)
        .gauge(CALL_LONGEST_WAIT_START, since.toEpochMilli() / 1000.0, region, queue);
  }

  public Given watched(Attention... records) {
    for (Attention each : records) {
      attention.apply(each.getTicketId(), each);
    }
    return this;
  }

  public Given said(Verdict.Builder... records) {
    for (Verdict.Builder each : records) {
      verdicts.take(each.build());
    }
    return this;
  }

  /** It is nine o'clock in event time; the north has a backlog, open clocks and promises. */
  public Given nineOClockInTheNorth() {
    return gauge(WATERMARK_TIMESTAMP, at("09:00").toEpochMilli() / 1000.0, "tickets")
        .gauge(CATCHING_UP, 0, "tickets")
        .gauge(BACKLOG_TICKETS, 3, "north", "p1", "new")
        .gauge(BACKLOG_TICKETS, 4, "north", "p2", "waiting")
        .gauge(BACKLOG_TICKETS, 0, "north", "p3", "new")
        .gauge(SLA_OPEN_CLOCKS, 5, "north", "triage", "p1", "running")
        .gauge(SLA_OPEN_CLOCKS, 2, "north", "triage", "p2", "running")
        .gauge(SLA_OPEN_CLOCKS, 1, "north", "triage", "p1", "overdue")
        .gauge(SLA_AT_RISK_CLOCKS, 2, "north", "triage", "70")
        .gauge(SLA_TARGET_RATIO, 0.8, "first_response")
        .gauge(SLA_TARGET_SECONDS, 30, "first_response", "p1")
        .gauge(SLA_TARGET_SECONDS, 0, "first_response", "p2");
  }
}
