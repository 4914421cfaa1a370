package io.aftercare.io.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.TicketStatus;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped file against the design's table of metrics, written down a second time by hand. */
class ShippedPoliciesTest {
  /** id, sla/slot, metric, match, minutes allowed, objective, calendar. */
  private static final String TABLE =
      """
      first-response-live    first_response/active         first_response         [LIVE]  all=0.5                   80%  24x7
      first-response-async   first_response/active         first_response         [ASYNC] all=60                    90%  business
      next-response          next_response/active          next_response          []      all=240                   -    business
      triage                 triage/active                 triage                 []      all=120                   100% 24x7
      resolution             resolution/active             resolution             []      P1=240,P2=480,P3=1440,P4=4320 85% business
      resolution-p1-3h       resolution/p1-3h              resolution             []      P1=180,P2=480,P3=1440,P4=4320 85% business
      ownership              ownership/active              ownership              []      all=480                   -    business
      arrival                arrival/active                arrival                []      appointment_end           -    24x7
      post-service-follow-up post_service_follow_up/active post_service_follow_up []      all=1440                  -    24x7
      guidance-follow-up     guidance_follow_up/active     guidance_follow_up     []      all=120                   -    24x7
      complaint-resolution   complaint_resolution/active   complaint_resolution   []      all=1440                  -    business
      due                    due/active                    resolution             []      due_at                    -    24x7
      call-answer            call_answer/active            call_answer            []      all=0.5                   80%  24x7
      callback-promised      callback/active               callback               []      due_at                    -    24x7
      callback               callback/active               callback               []      all=60                    -    24x7
      """;

  @Test
  void theShippedPoliciesAreTheTable() {
    String shipped =
        RuleFiles.shipped().rulebook().policies().stream()
            .map(ShippedPoliciesTest::row)
            .collect(Collectors.joining("\n"));
    assertThat(shipped).isEqualTo(TABLE.strip().replaceAll(" +", " "));
  }

  @Test
  void resolutionAndItsShadowPauseWhileItIsSomebodyElsesTurnAndNothingElseDoes() {
    for (Policy policy : RuleFiles.shipped().rulebook().policies()) {
      if (policy.sla().equals("resolution")) {
        assertThat(policy.rules().pauseStatuses())
            .containsExactlyInAnyOrder(
                TicketStatus.WAITING_CUSTOMER,
                TicketStatus.WAITING_PARTS,
                TicketStatus.WAITING_THIRD_PARTY,
                TicketStatus.ON_HOLD);
      } else {
        assertThat(policy.rules().pauseStatuses()).as(policy.id()).isEmpty();
      }
    }
  }

  @Test
  void guidanceIsDueInTwoHoursAndHalfAnHourEitherWayIsAllowed() {
    for (Policy policy : RuleFiles.shipped().rulebook().policies()) {
      long halfAnHour = policy.id().equals("guidance-follow-up") ? 1_800_000 : 0;
      assertThat(policy.allowance().graceMillis()).isEqualTo(halfAnHour);
      assertThat(policy.allowance().earlyMillis()).isEqualTo(halfAnHour);
    }
  }

  @Test
  void allAreFirstVersionsInForceFromTheBeginningWithTheUsualRules() {
    for (Policy policy : RuleFiles.shipped().rulebook().policies()) {
      assertThat(policy.version()).isEqualTo(1);
      assertThat(policy.effectiveFrom()).isEqualTo(Policy.ALWAYS);
      assertThat(policy.retired()).isFalse();
      assertThat(policy.rules().warnPercents()).containsExactly(70, 90);
      assertThat(policy.rules().followsFacts()).isTrue();
      assertThat(policy.rules().reopens()).isTrue();
      assertThat(policy.rules().earlierStart()).isTrue();
      assertThat(policy.rules().overtakesRunning()).isFalse();
    }
  }

  private static String row(Policy policy) {
    return "%s %s/%s %s %s %s %s %s"
        .formatted(
            policy.id(),
            policy.sla(),
            policy.slot(),
            policy.metric().label(),
            policy.match().channelClasses(),
            allowed(policy),
            policy.objective() == null ? "-" : Math.round(policy.objective() * 100) + "%",
            policy.rules().calendar());
  }

  private static String allowed(Policy policy) {
    if (policy.allowance().fixed()) {
      return policy.allowance().source().name().toLowerCase(Locale.ROOT);
    }
    Map<Priority, Long> targets = new TreeMap<>(policy.allowance().targetMillis());
    long any = targets.values().iterator().next();
    return targets.size() == Priority.values().length
            && targets.values().stream().allMatch(each -> each == any)
        ? "all=" + minutes(any)
        : targets.entrySet().stream()
            .map(each -> each.getKey() + "=" + minutes(each.getValue()))
            .collect(Collectors.joining(","));
  }

  private static String minutes(long millis) {
    return millis % 60_000 == 0 ? Long.toString(millis / 60_000) : Double.toString(millis / 6e4);
  }
}
