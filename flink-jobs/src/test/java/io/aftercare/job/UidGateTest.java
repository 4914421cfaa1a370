package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.streaming.api.datastream.DataStreamSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UidGateTest {
  private final StreamExecutionEnvironment env = TinyPipeline.environment();

  @BeforeEach
  void aSoundPipeline() {
    TinyPipeline.define(env);
  }

  @Test
  void a_sound_pipeline_passes() {
    UidGate.check(env);
  }

  @Test
  void an_operator_without_uid_is_found() {
    calls().map(call -> call).returns(String.class).name("map");
    assertThat(faults()).isEqualTo("'map' has no uid: call .uid(\"map\")");
  }

  @Test
  void a_sink_without_uid_is_found() {
    calls().sinkTo(new DiscardingSink<>()).name("out");
    assertThat(faults()).isEqualTo("'out' has no uid: call .uid(\"out\")");
  }

  @Test
  void a_uid_that_is_not_the_name_is_found() {
    calls().map(call -> call).returns(String.class).uid("decode").name("Decode calls");
    assertThat(faults())
        .isEqualTo("'Decode calls' has the uid 'decode': name and uid must be equal");
  }

  @Test
  void a_uid_made_from_a_class_is_found() {
    String made = TinyPipeline.Judge.class.getName();
    calls().map(call -> call).returns(String.class).uid(made).name(made);
    assertThat(faults()).isEqualTo("'" + made + "' is not words-with-hyphens in lower case");
  }

  @Test
  void a_uid_given_twice_is_found() {
    calls().map(call -> call).returns(String.class).uid("judge").name("judge");
    assertThat(faults()).isEqualTo("'judge' is given twice");
  }

  @Test
  void a_fault_fails_the_build() {
    calls().sinkTo(new DiscardingSink<>()).name("out");
    assertThatThrownBy(() -> UidGate.check(env))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("'out' has no uid");
  }

  private DataStreamSource<String> calls() {
    DataStreamSource<String> calls = env.fromData("c");
    calls.uid("calls").name("calls");
    return calls;
  }

  private String faults() {
    return String.join("\n", UidGate.faults(env));
  }
}
