package io.aftercare.domain.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.io.policy.RuleFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleGaugesTest {
  /** As policies.yaml says: live channels 30 s and 80 %, the others 1 h and 90 %. */
  @Test
  void ofSeveralPoliciesOfAnSlaTheShortestTimeAndTheLowestShareAreTold() {
    Map<Series, Long> told = RuleGauges.at(RuleFiles.shipped().rulebook(), 0);
    assertThat(told)
        .containsEntry(
            new Series(Measure.SLA_TARGET_SECONDS, List.of("first_response", "p1")), 30_000L)
        .containsEntry(new Series(Measure.SLA_TARGET_RATIO, List.of("first_response")), 800_000L)
        .containsEntry(new Series(Measure.SLA_TARGET_RATIO, List.of("resolution")), 850_000L)
        .containsEntry(new Series(Measure.SLA_TARGET_RATIO, List.of("triage")), 1_000_000L);
  }
}
