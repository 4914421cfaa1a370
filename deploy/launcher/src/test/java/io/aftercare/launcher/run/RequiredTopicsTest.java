package io.aftercare.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.launcher.UsageException;
import io.aftercare.launcher.broker.EmbeddedBroker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredTopicsTest {
  private final StringWriter written = new StringWriter();

  @Test
  void missingTopicsAreNamedAndCreatedOnlyOnRequest() {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      RequiredTopics topics =
          new RequiredTopics(
              Map.of("bootstrap.servers", broker.bootstrapServers()), new PrintWriter(written));
      assertThatThrownBy(() -> topics.ensure(null))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(
              "missing topic aftercare.ticket-events.v1: create with kafka-topics")
          .hasMessageContaining("missing topic aftercare.call-events.v1")
          .hasMessageContaining("missing topic aftercare.agent-states.v1")
          .hasMessageContaining("missing topic aftercare.contacts.v1")
          .hasMessageContaining("missing topic aftercare.metrics.v1")
          .hasMessageContaining("--create-topics");
      topics.ensure(3);
      topics.ensure(null);
      assertThat(written.toString()).contains("Created topic aftercare.verdicts.v1");
    }
  }
}
