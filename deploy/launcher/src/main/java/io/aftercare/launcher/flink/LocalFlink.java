package io.aftercare.launcher.flink;

import io.aftercare.launcher.broker.TempDirectory;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink mini cluster in this process, which runs any number of jobs up to its slots.
 *
 * <p>What it writes goes to a temporary directory that is deleted on {@link #close()}; checkpoints
 * too, unless the configuration names another place for them.
 */
public final class LocalFlink implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final TempDirectory directory;
  private final Configuration configuration;
  private final MiniCluster cluster;

  private LocalFlink(TempDirectory directory, Configuration configuration, MiniCluster cluster) {
    this.directory = directory;
    this.configuration = configuration;
    this.cluster = cluster;
  }

  /** Starts a cluster with this many slots; it takes jobs when this returns. */
  public static LocalFlink start(Configuration given, int slots) throws Exception {
    TempDirectory directory = TempDirectory.create("aftercare-flink-");
    Configuration configuration = in(directory, given);
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .withRandomPorts()
                .build());
    LocalFlink flink = new LocalFlink(directory, configuration, cluster);
    try {
      cluster.start();
      return flink;
    } catch (Exception failure) {
      flink.close();
      throw failure;
    }
  }

  private static Configuration in(TempDirectory directory, Configuration given) {
    Configuration configuration = new Configuration(given);
    configuration.set(CoreOptions.TMP_DIRS, directory.path().toString());
    configuration.set(WebOptions.TMP_DIR, directory.path().toString());
    configuration.set(WebOptions.SUBMIT_ENABLE, false);
    configuration.set(DeploymentOptions.TARGET, MiniClusterExecutor.NAME);
    configuration.set(DeploymentOptions.ATTACHED, true);
    if (!configuration.contains(CheckpointingOptions.CHECKPOINTS_DIRECTORY)) {
      configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
      configuration.set(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY,
          directory.path().resolve("checkpoints").toUri().toString());
    }
    return configuration;
  }

  /** A new environment; what is executed in it runs on this cluster. */
  public StreamExecutionEnvironment environment() {
    return new StreamExecutionEnvironment(
        new MiniClusterExecutor.Loader(cluster),
        new Configuration(configuration),
        Thread.currentThread().getContextClassLoader());
  }

  @Override
  public void close() {
    try (directory) {
      cluster.closeAsync().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
  }
}
