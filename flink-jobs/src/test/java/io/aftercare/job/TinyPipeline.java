package io.aftercare.job;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** A job of three steps, in order, for the gates to look at; tests plant one fault each in it. */
final class TinyPipeline {
  static final OutputTag<String> REJECTED = new OutputTag<>("rejected") {};

  private TinyPipeline() {}

  static StreamExecutionEnvironment environment() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(2);
  }

  /** source -> judge (keyed) -> two sinks, one of them fed by a side output. */
  static void define(StreamExecutionEnvironment env) {
    DataStream<String> tickets = env.fromData("a", "b").uid("tickets").name("tickets");
    SingleOutputStreamOperator<String> judged =
        tickets.keyBy(id -> id).process(new Judge()).uid("judge").name("judge");
    judged.sinkTo(new DiscardingSink<>()).uid("verdicts").name("verdicts");
    judged
        .getSideOutput(REJECTED)
        .sinkTo(new DiscardingSink<>())
        .uid("dead-letters")
        .name("dead-letters");
  }

  static final class Judge extends ProcessFunction<String, String> {
    @Override
    public void processElement(String id, Context context, Collector<String> out) {
      out.collect(id);
    }
  }
}
