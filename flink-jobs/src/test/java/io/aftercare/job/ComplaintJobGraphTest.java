package io.aftercare.job;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** The production graph of the complaint job, Kafka at both ends, without running it. */
class ComplaintJobGraphTest {
  private final JobSettings settings = JobSettings.defaults("127.0.0.1:9092");

  @Test
  void theGraphIsTheOneThatWasAgreed() {
    GoldenGraph.ofThisModule().matches("complaints", JobGraphText.of(graph()));
  }

  @Test
  void everyOperatorHasALastingUid() {
    UidGate.check(graph());
  }

  @Test
  void nothingFallsIntoKryo() {
    NoKryo.check(graph());
  }

  private StreamExecutionEnvironment graph() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.configure(FlinkDefaults.of(settings));
    ComplaintJob.define(env, settings);
    return env;
  }
}
