package io.aftercare.launcher.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LocalFlinkTest {
  @Test
  void runsSeveralJobsOnOneClusterAndLeavesNothingBehind() throws Exception {
    Path directory;
    try (LocalFlink flink = LocalFlink.start(new Configuration(), 2)) {
      directory =
          Path.of(flink.environment().getConfiguration().toMap().get(CoreOptions.TMP_DIRS.key()));
      assertThat(directory).isNotEmptyDirectory();
      JobClient first = submit(flink);
      JobClient second = submit(flink);
      first.getJobExecutionResult().get();
      second.getJobExecutionResult().get();
      assertThat(first.getJobStatus().get()).isEqualTo(JobStatus.FINISHED);
    }
    assertThat(directory).doesNotExist();
  }

  private static JobClient submit(LocalFlink flink) throws Exception {
    StreamExecutionEnvironment environment = flink.environment();
    environment.setParallelism(1);
    environment.fromData(1, 2, 3).uid("numbers").print().uid("out");
    return environment.executeAsync("three numbers");
  }
}
