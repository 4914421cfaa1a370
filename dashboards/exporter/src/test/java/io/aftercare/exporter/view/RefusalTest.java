package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.moved;
import static io.aftercare.exporter.view.Told.record;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No record can break a scrape: what does not fit is refused, counted, and without effect. */
class RefusalTest {
  private static final Map<String, String> STREAM = Map.of("stream", "tickets");
  private final MetricsView view = new MetricsView(List.of(), 0);

  static Stream<Arguments> unfit() {
    MetricRecord hist = resolution("north", 1, 0, 5);
    return Stream.of(
        arguments("no prefix", Told.counter("tickets_total", STREAM, 1), Refusal.NAME),
        arguments("blank in name", Told.counter("aftercare_a b", STREAM, 1), Refusal.NAME),
        arguments(
            "our own health", Told.counter("aftercare_exporter_ready", STREAM, 1), Refusal.NAME),
        arguments(
            "what the exporter makes itself",
            record(
                    "aftercare_sla_worst_overdue_deadline_seconds",
                    MetricKind.GAUGE,
                    Map.of("region", "n", "sla", "due", "rank", "1", "ticket_id", "T-1"))
                .build(),
            Refusal.NAME),
        arguments(
            "suffix clash", Told.counter("aftercare_events_count", STREAM, 1), Refusal.NAME_TAKEN),
        arguments(
            "gauge for a counter",
            record("aftercare_events_read_total", MetricKind.GAUGE, STREAM).build(),
            Refusal.KIND),
        arguments(
            "label missing",
            Told.counter("aftercare_events_total", STREAM, 1),
            Refusal.LABEL_NAMES),
        arguments(
            "label too many",
            Told.counter("aftercare_events_read_total", Map.of("stream", "t", "region", "n"), 1),
            Refusal.LABEL_NAMES),
        arguments(
            "reserved label",
            Told.counter("aftercare_x", Map.of("le", "1"), 1),
            Refusal.LABEL_NAMES),
        arguments(
            "endless name", Told.counter("aftercare_" + "a".repeat(250), STREAM, 1), Refusal.NAME),
        arguments(
            "endless label name",
            Told.counter("aftercare_x", Map.of("a".repeat(257), "1"), 1),
            Refusal.LABEL_NAMES),
        arguments(
            "label name with a dash",
            Told.counter("aftercare_x", Map.of("a-b", "1"), 1),
            Refusal.LABEL_NAMES),
        arguments(
            "label without a value",
            Told.counter("aftercare_x", Map.of("a", ""), 1),
            Refusal.LABEL_NAMES),
        arguments(
            "thirty-three labels", Told.counter("aftercare_x", labels(33), 1), Refusal.LABEL_NAMES),
        arguments(
            "endless job",
            MetricRecord.newBuilder(created("north", 1)).setJob("j".repeat(257)).build(),
            Refusal.JOB),
        arguments(
            "endless lineage",
            MetricRecord.newBuilder(created("north", 1)).setLineageId("l".repeat(257)).build(),
            Refusal.JOB),
        arguments("negative counter", created("north", -1), Refusal.VALUE),
        arguments("counter NaN", created("north", Double.NaN), Refusal.VALUE),
        arguments("infinite counter", created("north", Double.POSITIVE_INFINITY), Refusal.VALUE),
        arguments("negative bucket", resolution("north", -1, 0, 5), Refusal.VALUE),
        arguments("negative sum", resolution("north", 1, 0, -5), Refusal.VALUE),
        arguments(
            "one count short",
            MetricRecord.newBuilder(hist).setBucketCounts(List.of(1L)).build(),
            Refusal.BUCKETS),
        arguments(
            "other bounds",
            MetricRecord.newBuilder(hist)
                .setBucketBounds(List.of(1.0))
                .setBucketCounts(List.of(1L, 0L))
                .build(),
            Refusal.BUCKETS),
        arguments(
            "falling bounds",
            record("aftercare_x_seconds", MetricKind.HISTOGRAM, STREAM)
                .setBucketBounds(List.of(2.0, 1.0))
                .setBucketCounts(List.of(1L, 0L, 0L))
                .build(),
            Refusal.BUCKETS));
  }

  private static Map<String, String> labels(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "l" + i, i -> "v"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unfit")
  void anUnfitRecordIsRefusedAndHasNoEffect(String what, MetricRecord unfit, Refusal why) {
    String before = text(view.totals());
    tell(view, unfit);
    assertThat(view.counts().refused(why)).as(what).isEqualTo(1);
    assertThat(text(view.totals())).isEqualTo(before);
  }

  @Test
  void anUnknownNameIsServedWithTheKindOfItsRecord() {
    tell(
        view,
        record("aftercare_parcels_lost_total", MetricKind.COUNTER, STREAM).setValue(2).build(),
        record("aftercare_mood", MetricKind.UNKNOWN, Map.of()).setValue(3).build());
    assertThat(text(view.totals()))
        .contains("# TYPE aftercare_parcels_lost_total counter\n")
        .contains("# TYPE aftercare_mood untyped\n");
    assertThat(moved(view.totals())).hasSize(2);
  }

  @Test
  void aSecondKeyForTheSameLabelsIsRefused() {
    tell(view, created("north", 3));
    view.apply("tickets created, north", created("north", 9));
    assertThat(view.counts().refused(Refusal.OWNER)).isEqualTo(1);
    assertThat(moved(view.totals())).singleElement().asString().endsWith(" 3.0");
  }

  @Test
  void theHundredAndFirstJobIsRefused() {
    for (int i = 0; i <= MetricsView.MAX_JOBS; i++) {
      tell(view, MetricRecord.newBuilder(backlog("r" + i, 1, 1)).setJob("job " + i).build());
    }
    assertThat(view.counts().refused(Refusal.JOB)).isEqualTo(1);
    assertThat(moved(view.totals())).hasSize(MetricsView.MAX_JOBS);
  }

  @Test
  void aKeyThatIsHeldByAnotherJobIsRefused() {
    tell(view, created("north", 3));
    tell(view, MetricRecord.newBuilder(created("north", 9)).setJob("calls").build());
    assertThat(view.counts().refused(Refusal.OWNER)).isEqualTo(1);
    assertThat(moved(view.totals())).singleElement().asString().endsWith(" 3.0");
  }
}
