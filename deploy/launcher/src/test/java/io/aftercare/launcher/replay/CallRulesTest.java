package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.call.QueueTerms;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ShortAbandon;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay's terms leave to the policies, queue by queue. */
class CallRulesTest {
  private static final String POLICIES =
      """
      policies:
        - id: vip
          version: 1
          sla: call_answer
          metric: call_answer
          match: {queues: [VIP]}
          targets: {all: 10s}
          objective: 0.9
          short_abandon: 3s
          short_abandon_inclusive: true
      calendars:
        - id: berlin
          version: 1
          zone: Europe/Berlin
          weekly: {mon: ["09:00-12:00"]}
      regions:
        - {name: north, zone: Europe/Berlin, calendar: berlin}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void withoutTermsTheRulesAreThePolicies() {
    Rulebook shipped = RuleFiles.shipped().rulebook();

    assertThat(CallRules.under(CallTerms.OF_POLICIES, shipped)).isSameAs(shipped);
  }

  @Test
  void allTermsStatedHoldForEveryQueue() throws Exception {
    Rulebook rules = CallRules.under(terms(20, 20, true), rules());

    QueueTerms expected = new QueueTerms(20_000, 0.9, new ShortAbandon(20_000, true));
    assertThat(of(rules, "VIP")).isEqualTo(expected);
    assertThat(of(rules, "OTHER"))
        .isEqualTo(new QueueTerms(20_000, 0.8, new ShortAbandon(20_000, true)));
    assertThat(rules.regions()).containsOnlyKeys("north");
    assertThat(rules.hasCalendar("berlin")).isTrue();
  }

  @Test
  void theShippedPoliciesTakeTheTermsToo() {
    Rulebook rules = CallRules.under(terms(20, 20, true), RuleFiles.shipped().rulebook());

    assertThat(of(rules, "PS"))
        .isEqualTo(new QueueTerms(20_000, 0.8, new ShortAbandon(20_000, true)));
  }

  @Test
  void whatIsNotStatedStaysAsTheQueuesPolicySays() throws Exception {
    Rulebook threshold = CallRules.under(terms(20, null, false), rules());
    assertThat(of(threshold, "VIP"))
        .isEqualTo(new QueueTerms(20_000, 0.9, new ShortAbandon(3_000, true)));
    assertThat(of(threshold, "OTHER"))
        .isEqualTo(new QueueTerms(20_000, 0.8, new ShortAbandon(5_000, false)));

    Rulebook shortAbandon = CallRules.under(terms(null, 7, false), rules());
    assertThat(of(shortAbandon, "VIP"))
        .isEqualTo(new QueueTerms(10_000, 0.9, new ShortAbandon(7_000, false)));
    assertThat(of(shortAbandon, "OTHER"))
        .isEqualTo(new QueueTerms(30_000, 0.8, new ShortAbandon(7_000, false)));
  }

  @Test
  void inclusiveAloneIsAboutThePolicysSpan() throws Exception {
    Rulebook rules = CallRules.under(terms(null, null, true), rules());

    assertThat(of(rules, "OTHER").shortAbandon()).isEqualTo(new ShortAbandon(5_000, true));
  }

  private static CallTerms terms(
      @Nullable Integer threshold, @Nullable Integer shortAbandon, boolean inclusive) {
    return new CallTerms(span(threshold), span(shortAbandon), inclusive);
  }

  private static @Nullable Duration span(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static QueueTerms of(Rulebook rules, String queue) {
    return QueueTerms.of(rules, "bank", queue, Channel.VOICE, 918_000_000_000L);
  }

  private Rulebook rules() throws Exception {
    Path file = Files.writeString(directory.resolve("policies.yaml"), POLICIES);
    return RuleFiles.read(List.of(file)).rulebook();
  }
}
