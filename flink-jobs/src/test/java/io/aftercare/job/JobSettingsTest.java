package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.sla.Rulebook;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobSettingsTest {
  private static final JobSettings DEFAULTS = JobSettings.defaults("a:1");
  private static final Rulebook NONE = Rulebook.of(List.of());
  private static final Benchmark FIELD =
      new Benchmark(seconds(30), "survey", LocalDate.of(2026, 1, 31));
  private static final Map<String, LocalDate> ANEW = Map.of("N", LocalDate.of(2026, 3, 1));
  private static final Map<String, String> OTHER_KAFKA = Map.of("bootstrap.servers", "b:2");

  record Change(String field, Object value, UnaryOperator<JobSettingsBuilder> made) {
    @Override
    public String toString() {
      return field;
    }
  }

  static List<Change> changes() {
    Instant end = Instant.parse("2015-04-01T04:00:00Z");
    return List.of(
        new Change("kafka", OTHER_KAFKA, b -> b.kafka(OTHER_KAFKA)),
        new Change("outOfOrderness", seconds(31), b -> b.outOfOrderness(seconds(31))),
        new Change("idleGrace", seconds(37), b -> b.idleGrace(seconds(37))),
        new Change("futureTolerance", seconds(32), b -> b.futureTolerance(seconds(32))),
        new Change("closedRetention", seconds(33), b -> b.closedRetention(seconds(33))),
        new Change("allowedLateness", seconds(39), b -> b.allowedLateness(seconds(39))),
        new Change("smallestCell", 7, b -> b.smallestCell(7)),
        new Change("gaugeInterval", seconds(34), b -> b.gaugeInterval(seconds(34))),
        new Change("checkpointInterval", seconds(35), b -> b.checkpointInterval(seconds(35))),
        new Change("longestWait", seconds(36), b -> b.longestWait(seconds(36))),
        new Change("longestTalk", seconds(37), b -> b.longestTalk(seconds(37))),
        new Change("longestWrapUp", seconds(38), b -> b.longestWrapUp(seconds(38))),
        new Change("asOf", end, b -> b.asOf(end)),
        new Change("zone", ZoneId.of("Europe/Rome"), b -> b.zone(ZoneId.of("Europe/Rome"))),
        new Change("bounded", true, b -> b.bounded(true)),
        new Change("simulatedTime", true, b -> b.simulatedTime(true)),
        new Change("regions", List.of("N"), b -> b.regions(List.of("N"))),
        new Change("rules", NONE, b -> b.rules(NONE)),
        new Change("parallelism", 36, b -> b.parallelism(36)),
        new Change("checkpointDir", "/x", b -> b.checkpointDir("/x")),
        new Change("schemaRegistryUrl", "http://r", b -> b.schemaRegistryUrl("http://r")),
        new Change("benchmark", FIELD, b -> b.benchmark(FIELD)),
        new Change("complaintBaseline", "usual.avro", b -> b.complaintBaseline("usual.avro")),
        new Change("relearnFrom", ANEW, b -> b.relearnFrom(ANEW)));
  }

  @Test
  void everyFieldHasACaseHere() {
    assertThat(changes())
        .extracting(Change::field)
        .containsExactlyElementsOf(fields(DEFAULTS).keySet());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void eachFieldIsChangedAlone(Change each) {
    Map<String, Object> wanted = fields(DEFAULTS);
    wanted.put(each.field(), String.valueOf(each.value()));
    JobSettings changed = each.made().apply(DEFAULTS.toBuilder()).build();
    assertThat(fields(changed)).isEqualTo(wanted);
  }

  @Test
  void nothingChangedIsTheSame() {
    assertThat(DEFAULTS.toBuilder().build()).isEqualTo(DEFAULTS);
  }

  @Test
  void whatIsBuiltIsChecked() {
    assertThatThrownBy(() -> DEFAULTS.toBuilder().parallelism(0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parallelism must be at least 1, not 0");
    assertThatThrownBy(() -> DEFAULTS.toBuilder().gaugeInterval(Duration.ZERO).build())
        .hasMessageContaining("gaugeInterval must be positive");
    assertThatThrownBy(() -> DEFAULTS.toBuilder().smallestCell(65).build())
        .hasMessage("smallestCell must be from 1 to 64, not 65");
    assertThatThrownBy(() -> DEFAULTS.toBuilder().kafka(Map.of()).build())
        .hasMessageContaining("bootstrap.servers is missing");
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  /** Values by name, in the record's order. */
  private static Map<String, Object> fields(JobSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent each : JobSettings.class.getRecordComponents()) {
      try {
        fields.put(each.getName(), String.valueOf(each.getAccessor().invoke(settings)));
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("an accessor of a record", impossible);
      }
    }
    return fields;
  }
}
