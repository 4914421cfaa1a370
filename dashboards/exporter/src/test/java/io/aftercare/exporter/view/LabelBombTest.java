package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.key;
import static io.aftercare.exporter.view.Told.moved;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.MetricRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many labels come and whatever they hold: bounded, valid, counted, and exact again. */
class LabelBombTest {
  private static final int CAP = 30_000;
  private static final String OTHER =
      "aftercare_tickets_created_total{channel=\"web\",region=\"other\"} ";
  private final MetricsView view = new MetricsView(List.of(), CAP);

  private static double sum(MetricsView view, String name) {
    return moved(view.totals()).stream()
        .filter(line -> line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void aHundredThousandRegionsStayAtTheCapAndNoneIsLost() {
    LabelBomb.regions(LabelBomb.REGIONS).forEach(each -> tell(view, each));
    assertThat(view.timeSeries()).isBetween(CAP - 2, CAP + 2); // and other, and its twin
    assertThat(sum(view, Told.CREATED)).isEqualTo(LabelBomb.REGIONS);
    assertThat(view.counts().overflows())
        .isEqualTo(LabelBomb.REGIONS - moved(view.totals()).size() + 1);
    assertThat(view.counts().refused(Refusal.CAP)).isZero();
  }

  @Test
  void whatStandsBehindOtherIsBoundedAndWhatComesThenIsRefusedAndCounted() {
    MetricsView small = new MetricsView(List.of(), 1_000);
    LabelBomb.regions(10_000).forEach(each -> tell(small, each));
    assertThat(small.counts().overflows()).isEqualTo(4_000);
    assertThat(moved(small.totals())).contains(OTHER + "4000.0");
    double served = sum(small, Told.CREATED);
    assertThat(served + small.counts().refused(Refusal.CAP)).isEqualTo(10_000);
  }

  @Test
  void whenABombIsTakenAwayNothingOfItIsLeft() {
    MetricsView small = new MetricsView(List.of(), 1_000);
    int empty = small.timeSeries();
    List<MetricRecord> bomb = LabelBomb.regions(3_000).toList();
    for (int turn = 0; turn < 3; turn++) {
      bomb.forEach(each -> tell(small, each));
      assertThat(moved(small.totals())).isNotEmpty();
      bomb.forEach(each -> small.apply(key(each), null));
      assertThat(moved(small.totals())).isEmpty();
      assertThat(small.timeSeries()).isEqualTo(empty);
    }
  }

  @Test
  void namesWithoutEndStayBelowTheCapAndAreForgottenWithTheirSeries() {
    MetricsView small = new MetricsView(List.of(), 1_000);
    int empty = small.timeSeries();
    List<MetricRecord> names = LabelBomb.names(5_000).toList();
    names.forEach(each -> tell(small, each));
    assertThat(small.timeSeries()).isEqualTo(1_000);
    assertThat(small.counts().refused(Refusal.CAP)).isEqualTo(10_000 - (1_000 - empty));
    names.forEach(each -> small.apply(key(each), null));
    assertThat(small.timeSeries()).isEqualTo(empty);
    assertThat(text(small.totals())).doesNotContain("foreign");
  }

  @Test
  void noSeriesIsThereTwiceWhateverTheLabelsHold() {
    LabelBomb.nasty().forEach(each -> view.apply(key(each) + each.getJob(), each));
    Set<String> seen = new HashSet<>();
    assertThat(text(view.totals()).lines().filter(line -> !line.startsWith("#")))
        .hasSizeGreaterThan(100)
        .allSatisfy(line -> assertThat(seen.add(line.substring(0, line.lastIndexOf(' ')))).isTrue())
        .allSatisfy(line -> assertThat(line).doesNotContain("\0", "\r", "\u001b"));
    assertThat(
            new String(
                text(view.totals()).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text(view.totals()));
  }

  @Test
  void cleanedValuesThatBecomeOneAddUpInEitherOrder() {
    List<String> regions = List.of("a\0", "a\u001b", "a\uFFFD");
    for (List<String> order : List.of(regions, List.of("a\uFFFD", "a\0", "a\u001b"))) {
      MetricsView each = new MetricsView(List.of(), 0);
      order.forEach(region -> tell(each, Told.created(region, 2)));
      assertThat(moved(each.totals())).containsExactly(OTHER.replace("other", "a\uFFFD") + "6.0");
      assertThat(each.counts().overflows()).isEqualTo(2);
    }
  }

  @Test
  void aValueOfMoreThan256BytesIsServedAsOtherAndCounted() {
    tell(view, Told.created("n".repeat(256), 1));
    assertThat(view.counts().overflows()).isZero();
    tell(view, Told.created("n".repeat(257), 2), Told.created("東".repeat(86), 3));
    tell(view, Told.created("n".repeat(257), 4));
    assertThat(moved(view.totals())).contains(OTHER + "7.0");
    assertThat(view.counts().overflows()).isEqualTo(2);
  }

  @Test
  void aKeyThatLooksLikeADigestIsNoOtherKey() {
    String longKey = "k".repeat(300);
    view.apply(longKey, Told.created("north", 1));
    view.apply(Digest.ofLong(longKey), Told.created("south", 2));
    assertThat(moved(view.totals())).hasSize(2);
  }

  /** In a process of 256 MB: the bomb alone is 1 GB of text. */
  @Test
  @Tag("slow")
  void aGigabyteOfLabelsFitsIntoASmallProcess() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process bomb =
        new ProcessBuilder(
                java.toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path", ""),
                LabelBomb.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(bomb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bomb.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(bomb.exitValue()).as(said).isZero();
    assertThat(said).contains("overflows 100000", OTHER + "100000.0");
  }
}
