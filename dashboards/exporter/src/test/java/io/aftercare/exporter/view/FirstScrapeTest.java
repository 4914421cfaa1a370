package io.aftercare.exporter.view;

import static io.aftercare.exporter.view.Told.backlog;
import static io.aftercare.exporter.view.Told.created;
import static io.aftercare.exporter.view.Told.later;
import static io.aftercare.exporter.view.Told.moved;
import static io.aftercare.exporter.view.Told.resolution;
import static io.aftercare.exporter.view.Told.tell;
import static io.aftercare.exporter.view.Told.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A counter that was never scraped is scraped as 0 once, so that increase() sees its value. */
class FirstScrapeTest {
  private static final String REJECTED =
      "aftercare_events_rejected_total{reason=\"bad_time\",stream=\"tickets\"} ";
  private long now = 5;
  private final MetricsView view = new MetricsView(List.of("north"), 0, () -> now++);
  private final Scraper scraper = view.scraper();

  private static final Map<String, String> BAD_TIME =
      Map.of("stream", "tickets", "reason", "bad_time");

  private void rejected(double value) {
    tell(view, Told.counter("aftercare_events_rejected_total", BAD_TIME, value));
  }

  @Test
  void aCounterIsServedAsZeroOnceAndThenAtItsValue() {
    view.settle();
    rejected(4);
    assertThat(text(scraper.collect())).contains(REJECTED + "0.0\n");
    assertThat(text(scraper.collect())).contains(REJECTED + "4.0\n");
    rejected(5);
    assertThat(text(scraper.collect())).contains(REJECTED + "5.0\n");
  }

  @Test
  void aHistogramIsServedEmptyOnceAndThenAtItsValue() {
    view.settle();
    tell(view, resolution("south", 3, 0, 900));
    String count = "aftercare_resolution_seconds_count{priority=\"p1\",region=\"south\"} ";
    assertThat(text(scraper.collect())).contains(count + "0\n");
    assertThat(text(scraper.collect())).contains(count + "3\n");
  }

  @Test
  void aGaugeIsServedAtItsValueAtOnce() {
    view.settle();
    tell(view, backlog("north", 4, 1));
    assertThat(moved(scraper.collect())).hasSize(1);
  }

  @Test
  void whatWasOnTheTopicAtTheStartIsServedAtItsValueAtOnce() {
    rejected(4);
    view.settle();
    assertThat(text(scraper.collect())).contains(REJECTED + "4.0\n");
  }

  @Test
  void aKnownSeriesThatWasScrapedAtZeroNeedsNoOtherZero() {
    view.settle();
    assertThat(moved(scraper.collect())).isEmpty();
    tell(view, created("north", 2));
    assertThat(moved(scraper.collect())).hasSize(1);
  }

  @Test
  void aNewLineageStartsOverAtZeroEvenWhereItsValueIsGreater() {
    tell(view, created("north", 5));
    view.settle();
    scraper.collect();
    tell(view, later(created("north", 9), 60));
    assertThat(moved(scraper.collect())).isEmpty();
    assertThat(moved(scraper.collect())).singleElement().asString().endsWith(" 9.0");
  }

  @Test
  void eachScraperHasItsOwnZero() {
    Scraper other = view.scraper();
    view.settle();
    rejected(4);
    for (Scraper each : List.of(scraper, other)) {
      assertThat(text(each.collect())).contains(REJECTED + "0.0\n");
      assertThat(text(each.collect())).contains(REJECTED + "4.0\n");
    }
  }

  @Test
  void aStrangerGetsNoZeroForWhatIsOldForItMayKnowIt() {
    view.settle();
    rejected(4);
    now += Scraper.NEW_TO_STRANGERS.toNanos() - 10;
    assertThat(text(view.scraper().collect())).contains(REJECTED + "0.0\n");
    now += 20;
    assertThat(text(view.scraper().collect())).contains(REJECTED + "4.0\n");
  }

  @Test
  void totalsKnowNothingOfScrapes() {
    view.settle();
    rejected(4);
    assertThat(text(view.totals())).contains(REJECTED + "4.0\n");
    assertThat(text(scraper.collect())).contains(REJECTED + "0.0\n");
  }
}
