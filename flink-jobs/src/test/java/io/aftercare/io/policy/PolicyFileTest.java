package io.aftercare.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.ticket.Promised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  private static final String GOOD =
      """
      policies:
        - id: resolution
          version: 3
          sla: resolution
          metric: resolution
          targets: {p1: 4h, p2: 90m}
      """;

  @Test
  void theShippedTargetsAreThoseOfTheDesign() {
    assertThat(PolicyFile.shipped().policies())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(Promised.shipped().policies());
  }

  @Test
  void aFileIsReadAsWritten() {
    Rulebook policies = PolicyFile.read("p.yaml", GOOD);
    Policy policy = policies.policies().get(0);
    assertThat(policy.version()).isEqualTo(3);
    assertThat(policy.slot()).isEqualTo("active");
    assertThat(policy.allowance().targetMillis().values())
        .containsExactlyInAnyOrder(14_400_000L, 5_400_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 3|versoin: 3|line 3",
        "version: 3|version: 3\\n    version: 4|line 4",
        "p1: 4h|p1: soon|write a span such as 30s, 15m, 4h or 3d",
        "p1: 4h|p9: 4h|right would be one of unknown, p1, p2, p3, p4",
        "metric: resolution|metric: resolutoin|right would be one of first_response, resolution",
        "metric: resolution|channel_class: live|metric is missing",
        "targets: {p1: 4h, p2: 90m}|slot: active|give either targets or deadline",
        "targets: {p1: 4h, p2: 90m}|deadline: tomorrow|deadline can only be due_at"
      })
  void aWrongWordStopsTheStartAndTheErrorSaysWhatWouldBeRight(
      String right, String wrong, String error) {
    String text = GOOD.replace(right, wrong.replace("\\n", "\n"));
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", text))
        .isInstanceOf(PolicyFile.Invalid.class)
        .hasMessageStartingWith("p.yaml")
        .hasMessageContaining(error);
  }

  @Test
  void anEmptyFileIsAnError() {
    assertThatThrownBy(() -> PolicyFile.read("p.yaml", "policies: []"))
        .hasMessageContaining("has no policies");
  }
}
