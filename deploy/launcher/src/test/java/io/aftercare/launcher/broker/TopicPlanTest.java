package io.aftercare.launcher.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.contract.Topics;
import java.util.List;
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
  void callsAreKeptAsLongAsTicketsAndAgentStatesAMonth() {
    assertThat(find(TopicPlan.live(4), Topics.CALL_EVENTS).properties())
        .isEqualTo(find(TopicPlan.live(4), Topics.TICKET_EVENTS).properties());
    assertThat(find(TopicPlan.live(4), Topics.AGENT_STATES).properties())
        .containsEntry("message.timestamp.type", "LogAppendTime")
        .containsEntry("retention.ms", "2592000000")
        .containsEntry("cleanup.policy", "delete");
  }

  @Test
  void everyInputHasItsDeadLettersKept30Days() {
    for (String input : List.of(Topics.TICKET_EVENTS, Topics.CALL_EVENTS, Topics.AGENT_STATES)) {
      TopicSpec letters = find(TopicPlan.live(4), input + ".dlq");
      assertThat(letters.partitions()).isEqualTo(4);
      assertThat(letters.properties())
          .containsEntry("retention.ms", "2592000000")
          .containsEntry("cleanup.policy", "delete");
    }
  }

  @Test
  void theLedgersMilestonesAndBinsOfComplaintsAreKept400Days() {
    for (String topic :
        List.of(Topics.VERDICTS, Topics.MILESTONES, Topics.CONTACTS, Topics.COMPLAINT_BINS)) {
      assertThat(find(TopicPlan.live(4), topic).properties())
          .containsEntry("cleanup.policy", "delete")
          .containsEntry("retention.ms", "34560000000");
    }
  }

  @Test
  void windowsAreKeptAMonth() {
    assertThat(find(TopicPlan.live(4), Topics.WINDOWS).properties())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "2592000000");
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
  }

  @Test
  void inSimulatedTimeTheWriterOfAnInputStatesItsTimeAndNobodyElseDoes() {
    assertThat(TopicPlan.simulated(2).topics())
        .filteredOn(each -> each.properties().containsValue("CreateTime"))
        .extracting(TopicSpec::name)
        .containsExactly(Topics.TICKET_EVENTS, Topics.CALL_EVENTS, Topics.AGENT_STATES);
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
