package io.aftercare.launcher.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code policies publish} against a broker of its own. */
@Tag("slow")
class PoliciesCommandTest {
  private static final String FIRST =
      "policies:\n  - {id: a, version: 1, sla: s, metric: triage, targets: {all: 1h}}\n";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void whatIsNewIsPublishedOnceAndTheWrongIsNamedWithItsLine() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
        admin.createMissing(TopicPlan.live(1));
      }
      CommandRun first = publish(broker.bootstrapServers(), FIRST);
      assertThat(first.err()).isEmpty();
      assertThat(first.exitCode()).isZero();
      assertThat(first.out().lines())
          .containsExactly("Published policy/a@1, in force from the beginning");

      assertThat(publish(broker.bootstrapServers(), FIRST).out()).startsWith("Nothing to publish");

      CommandRun changed = publish(broker.bootstrapServers(), FIRST.replace("1h", "2h"));
      assertThat(changed.exitCode()).isEqualTo(2);
      assertThat(changed.err())
          .startsWith("aftercare policies publish: " + directory.resolve("p.yaml") + ":2: ")
          .contains("published with other content; write the next version");
    }
  }

  @Test
  void aBrokerWithoutTheTopicIsNotGivenOne() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      CommandRun publish = publish(broker.bootstrapServers(), FIRST);
      assertThat(publish.exitCode()).isEqualTo(1);
      assertThat(publish.err())
          .contains(broker.bootstrapServers(), "cannot read and publish policies")
          .contains("aftercare.policies.v1");
    }
  }

  private CommandRun publish(String servers, String text) throws Exception {
    Path file = Files.writeString(directory.resolve("p.yaml"), text);
    return CommandRun.of(
        Aftercare.commandLine(new PoliciesCommand(Map.of())),
        "policies",
        "publish",
        file.toString(),
        "--set",
        "kafka.bootstrap_servers=" + servers);
  }
}
