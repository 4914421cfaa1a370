package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.replay.report.ShadowTotals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads of the shadows at the end of a replay. */
class ShadowSummaryTest {
  @Test
  void itSaysWhatTheShareBecomesAndWhereMostWouldChange() {
    assertThat(
            printed(
                totals("A", 100, 90, 80, 10, 0),
                totals("B", 100, 90, 70, 25, 5),
                totals("C", 1_000, 900, 900, 0, 0),
                totals("__ALL__", 1_200, 1_080, 1_050, 35, 5)))
        .isEqualTo(
            """
            what would change (shadow.csv, flips.csv)
              resolution under strict: 90.0 % met becomes 87.5 %, of 1,200 judged by both; 35 more breached, 5 fewer
                most in B (30), A (10)

            """);
  }

  @Test
  void withoutAClockThatBothJudgedThereIsNoShare() {
    assertThat(printed(totals("__ALL__", 0, 0, 0, 0, 0)))
        .contains("resolution under strict: no clock judged by both\n");
  }

  @Test
  void withoutShadowsThereIsNothingToSay() {
    assertThat(printed()).isEmpty();
  }

  private static ShadowTotals totals(
      String region, long n, long activeMet, long shadowMet, long toBreached, long toMet) {
    return new ShadowTotals(
        region,
        "resolution",
        "strict",
        n,
        activeMet,
        n - activeMet,
        shadowMet,
        n - shadowMet,
        toBreached,
        toMet,
        0,
        0);
  }

  private static String printed(ShadowTotals... totals) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ShadowSummary(List.of(totals)).print(out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
