package io.aftercare.launcher.run;

import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import io.aftercare.launcher.broker.TopicSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes sure that a broker has the topics; creates them only when asked to. */
record RequiredTopics(Map<String, String> kafka, PrintWriter out) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * Fails, naming each missing topic and how to create it.
   *
   * @param partitions create what is missing with so many; null: create nothing
   */
  void ensure(@Nullable Integer partitions) {
    TopicPlan plan = TopicPlan.live(partitions == null ? TopicPlan.DEFAULT_PARTITIONS : partitions);
    try (TopicAdmin admin = TopicAdmin.connect(kafka, PATIENCE)) {
      if (partitions != null) {
        admin.createMissing(plan).forEach(each -> out.println("Created topic " + each.name()));
        return;
      }
      List<TopicSpec> missing = admin.missing(plan);
      if (!missing.isEmpty()) {
        throw new UsageException(refusal(missing));
      }
    }
  }

  private String refusal(List<TopicSpec> missing) {
    String servers = kafka.getOrDefault("bootstrap.servers", "");
    return missing.stream()
        .map(
            each -> "missing topic " + each.name() + ": create with " + each.createCommand(servers))
        .collect(Collectors.joining("\n", "", "\n(or let --create-topics create all of them)"));
  }
}
