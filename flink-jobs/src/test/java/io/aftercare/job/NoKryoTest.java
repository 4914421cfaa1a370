package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;

class NoKryoTest {
  private final StreamExecutionEnvironment env = TinyPipeline.environment();

  public enum Mood {
    CALM,
    ANGRY
  }

  public record Inner(String name, Instant at) {}

  public record Flat(
      long n, Mood mood, Inner inner, List<Inner> list, Set<String> set, Map<String, Inner> map) {}

  public record InField(String id, Duration spent) {}

  public record InList(List<Duration> spells) {}

  public record InMap(Map<String, ZoneId> zones) {}

  public record InSet(Set<UUID> ids) {}

  @Test
  void flat_public_records_pass() {
    TinyPipeline.define(env);
    sends(Flat.class);
    NoKryo.check(env);
  }

  @Test
  void a_generic_type_is_found() {
    env.fromData("a").map(id -> Optional.of(id)).returns(generic()).name("wrap");
    assertThat(faults()).isEqualTo("wrap sends: java.util.Optional");
  }

  @Test
  void a_generic_type_is_found_at_any_depth() {
    sends(InField.class);
    sends(InList.class);
    sends(InMap.class);
    sends(InSet.class);
    sends(InField[].class);
    assertThat(faults().lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("InField sends.spent: java.time.Duration"),
            line -> assertThat(line).startsWith("InList sends.spells.").endsWith("Duration"),
            line -> assertThat(line).startsWith("InMap sends.zones.").endsWith("ZoneId"),
            line -> assertThat(line).startsWith("InSet sends.ids.").endsWith("UUID"),
            line ->
                assertThat(line)
                    .startsWith("InField[] sends.")
                    .endsWith(".spent: java.time.Duration"));
  }

  @Test
  void a_generic_key_is_found() {
    env.fromData("a")
        .keyBy(id -> UUID.randomUUID(), TypeInformation.of(UUID.class))
        .process(new TinyPipeline.Judge())
        .name("judge");
    assertThat(faults()).contains("judge is keyed by: java.util.UUID");
  }

  @Test
  void a_generic_side_output_is_found() {
    env.fromData("a")
        .process(new TinyPipeline.Judge())
        .getSideOutput(new OutputTag<>("odd", TypeInformation.of(Duration.class)))
        .print();
    assertThat(faults()).contains("sends: java.time.Duration");
  }

  @Test
  void an_environment_that_allows_generic_types_is_found() {
    StreamExecutionEnvironment open = StreamExecutionEnvironment.getExecutionEnvironment();
    assertThat(open.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isTrue();
    assertThat(NoKryo.faults(open))
        .containsExactly("pipeline.generic-types is on: set it to false");
  }

  @Test
  void a_fault_fails_the_build() {
    sends(InField.class);
    assertThatThrownBy(() -> NoKryo.check(env))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("InField sends.spent: java.time.Duration");
  }

  private static TypeInformation<Optional<String>> generic() {
    return TypeInformation.of(new TypeHint<>() {});
  }

  private <T> void sends(Class<T> type) {
    MapFunction<String, T> neverRun =
        id -> {
          throw new UnsupportedOperationException("never run");
        };
    env.fromData("a").map(neverRun, TypeInformation.of(type)).name(type.getSimpleName());
  }

  private String faults() {
    return String.join("\n", NoKryo.faults(env));
  }
}
