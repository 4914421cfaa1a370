package io.aftercare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobGraphTextTest {
  /** Written by hand from {@link TinyPipeline#define}. */
  private static final String TINY =
      """
      tickets "Source: tickets" x1
      judge "judge" x2 keyed
        <- tickets HASH
      dead-letters "dead-letters: Writer" x2
        <- judge side output rejected FORWARD
      verdicts "verdicts: Writer" x2
        <- judge FORWARD
      """;

  private final StreamExecutionEnvironment env = TinyPipeline.environment();

  @TempDir Path folder;

  @Test
  void a_graph_is_drawn_from_sources_to_sinks() {
    TinyPipeline.define(env);
    assertThat(JobGraphText.of(env)).isEqualTo(TINY);
  }

  @Test
  void drawing_twice_gives_the_same_text() {
    TinyPipeline.define(env);
    assertThat(JobGraphText.of(env)).isEqualTo(JobGraphText.of(env));
  }

  @Test
  void the_order_in_which_branches_are_defined_does_not_show() {
    define("b", "a");
    StreamExecutionEnvironment other = TinyPipeline.environment();
    define(other, "a", "b");
    assertThat(JobGraphText.of(env)).isEqualTo(JobGraphText.of(other));
  }

  @Test
  void the_golden_text_lets_an_equal_graph_pass() throws Exception {
    TinyPipeline.define(env);
    Files.writeString(folder.resolve("tiny.txt"), TINY);
    new GoldenGraph(folder, false).matches("tiny", JobGraphText.of(env));
  }

  @Test
  void a_drifted_graph_fails_with_the_lines_that_went_and_came_and_the_way_to_update()
      throws Exception {
    TinyPipeline.define(env);
    Files.writeString(folder.resolve("tiny.txt"), TINY.replace("x2 keyed", "x4 keyed"));
    GoldenGraph golden = new GoldenGraph(folder, false);
    assertThatThrownBy(() -> golden.matches("tiny", JobGraphText.of(env)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("- judge \"judge\" x4 keyed\n+ judge \"judge\" x2 keyed\n")
        .hasMessageContaining("  tickets \"Source: tickets\" x1\n")
        .hasMessageContaining("-Dgraphs.update");
  }

  @Test
  void a_job_without_a_golden_text_fails() {
    TinyPipeline.define(env);
    GoldenGraph golden = new GoldenGraph(folder, false);
    assertThatThrownBy(() -> golden.matches("tiny", JobGraphText.of(env)))
        .hasMessageContaining("+ tickets \"Source: tickets\" x1");
  }

  @Test
  void an_update_writes_what_the_next_run_holds_against() {
    TinyPipeline.define(env);
    new GoldenGraph(folder, true).matches("tiny", JobGraphText.of(env));
    new GoldenGraph(folder, false).matches("tiny", TINY);
  }

  private void define(String first, String second) {
    define(env, first, second);
  }

  private static void define(StreamExecutionEnvironment env, String first, String second) {
    DataStream<String> source = env.fromData("a").uid("source").name("source");
    source.sinkTo(new DiscardingSink<>()).uid(first).name(first);
    source.sinkTo(new DiscardingSink<>()).uid(second).name(second);
  }
}
