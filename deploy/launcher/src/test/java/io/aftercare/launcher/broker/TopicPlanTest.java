package io.aftercare.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Topics;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  @Test
  void liveInputIsStampedByTheBrokerAndKept90Days() {
    TopicSpec input = find(TopicPlan.live(4), Topics.TICKET_EVENTS);
    assertThat(input.partitions()).isEqualTo(4);
    assertThat(input.properties())
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("retention.ms", "7776000000")
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("max.message.bytes", "2097152");
  }

  @Test
  void theLedgerAndTheMilestonesAreKept400Days() {
    for (String topic : new String[] {Topics.VERDICTS, Topics.MILESTONES}) {
      assertThat(find(TopicPlan.live(4), topic).properties())
          .containsEntry("retention.ms", "34560000000");
    }
  }

  @Test
  void whatIsTrueNowIsCompactedAndNeverExpires() {
    for (String topic : new String[] {Topics.METRICS, Topics.ATTENTION}) {
      assertThat(find(TopicPlan.live(4), topic).properties())
          .containsEntry("cleanup.policy", "compact")
          .containsEntry("segment.ms", "600000")
          .doesNotContainKey("retention.ms");
    }
  }

  @Test
  void everyVersionOfEveryPolicySurvivesAndTheirOrderToo() {
    TopicSpec policies = find(TopicPlan.live(4), Topics.POLICIES);
    assertThat(policies.partitions()).isEqualTo(1);
    assertThat(policies.properties())
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    TopicSpec history = find(TopicPlan.live(4), Topics.POLICY_HISTORY);
    assertThat(history.partitions()).isEqualTo(1);
    assertThat(history.properties())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1");
  }

  @Test
  void nothingExpiresInSimulatedTime() {
    assertThat(TopicPlan.simulated(2).topics())
        .allSatisfy(
            each ->
                assertThat(each.properties().getOrDefault("retention.ms", "-1")).isEqualTo("-1"))
        .hasSameSizeAs(TopicPlan.live(2).topics());
    assertThat(find(TopicPlan.simulated(2), Topics.TICKET_EVENTS).properties())
        .containsEntry("message.timestamp.type", "CreateTime");
  }

  @Test
  void aMissingTopicCanBeCreatedWithKafkasOwnTool() {
    assertThat(
            find(TopicPlan.live(3), "aftercare.ticket-events.v1.dlq").createCommand("kafka:9092"))
        .isEqualTo(
            "kafka-topics.sh --bootstrap-server kafka:9092 --create --topic"
                + " aftercare.ticket-events.v1.dlq --partitions 3 --config cleanup.policy=delete"
                + " --config max.message.bytes=2097152 --config"
                + " message.timestamp.type=LogAppendTime --config retention.ms=2592000000");
  }

  @Test
  void aTopicWithoutPartitionsIsRefused() {
    assertThatThrownBy(() -> TopicPlan.live(0))
        .hasMessageContaining("needs at least 1 partition, not 0");
  }

  private static TopicSpec find(TopicPlan plan, String topic) {
    return plan.topics().stream().filter(each -> each.name().equals(topic)).findFirst().get();
  }
}
