package io.aftercare.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Topics;
import io.aftercare.launcher.broker.EmbeddedBroker;
import io.aftercare.launcher.broker.TopicAdmin;
import io.aftercare.launcher.broker.TopicPlan;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run does not inherit the entries of an earlier one. */
@Tag("slow")
class FormerAttentionTest {
  @Test
  void whatStandsOnTheListEndsOnceAndWhatEndedIsLeftAlone() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
      try (TopicAdmin admin = TopicAdmin.connect(kafka, Duration.ofSeconds(30))) {
        admin.createMissing(TopicPlan.live(3));
      }
      assertThat(FormerAttention.end(kafka)).isZero();
      for (int i = 0; i < 20; i++) {
        send(kafka, "T-" + i, new byte[] {1});
      }
      send(kafka, "T-3", null);

      assertThat(FormerAttention.end(kafka)).isEqualTo(19);
      assertThat(FormerAttention.end(kafka)).isZero();
    }
  }

  private static void send(Map<String, String> kafka, String ticket, byte @Nullable [] value)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(Map.copyOf(kafka), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.ATTENTION, ticket, value)).get();
    }
  }
}
