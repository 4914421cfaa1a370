package io.aftercare.exporter.view;

import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter serves: a function of the records of the metrics topic, in their order per key.
 *
 * <ul>
 *   <li>Per job the newest lineage wins. Its first record removes the older lineage's series;
 *       records of an older lineage are ignored.
 *   <li>Within a lineage no counter and no histogram falls (a fall is counted and ignored); of
 *       gauges the later published is true; a null record removes its series.
 *   <li>Series that are known in advance exist at 0; other counters and histograms are given to
 *       each {@link Scraper} as 0 once and then at their value. What was on the topic when this
 *       process started is served at its value at once, for Prometheus knows it already.
 *   <li>Beyond the cap a new series is added to the one whose open labels (region, queue, ...) are
 *       {@code other}. Which series came too late depends on reading order: a cap that was reached
 *       is an incident, and is counted. What stands behind {@code other} is bounded too ({@link
 *       BehindOther}).
 *   <li>Label values are served as {@link LabelText} allows; longer ones are {@code other}.
 *   <li>No record can break a scrape: what does not fit is refused and counted by reason.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class MetricsView {
  /** So many that a house never has them. */
  static final int MAX_JOBS = 100;

  private final LongSupplier clock;
  private final Families families;
  private final Map<String, Lineage> lineages = new HashMap<>();
  private final Map<String, HeldSeries> held = new HashMap<>();
  private final ViewCounts counts = new ViewCounts();
  private final Regions regions;
  private final BehindOther behindOther;
  private final int seriesCap;
  private long changes;

  /**
   * An empty view.
   *
   * @param regions known regions, whose series exist at 0 from the start; empty: discovered
   * @param seriesCap time series after which new ones are collapsed; 0: no cap
   */
  public MetricsView(List<String> regions, int seriesCap) {
    this(regions, seriesCap, System::nanoTime);
  }

  MetricsView(List<String> regions, int seriesCap, LongSupplier nanos) {
    long start = nanos.getAsLong();
    this.clock = () -> nanos.getAsLong() - start;
    this.families = new Families(clock);
    this.seriesCap = seriesCap;
    this.behindOther = new BehindOther(seriesCap);
    this.regions = new Regions(families, regions, seriesCap);
  }

  /** Takes one record of the topic; null removes the series of the key. */
  public synchronized void apply(String key, @Nullable MetricRecord metric) {
    changes++;
    String kept = Digest.ofLong(key);
    if (metric == null) {
      remove(kept);
      return;
    }
    FamilySpec spec = specOf(metric);
    Refusal refusal = RecordCheck.refusalOf(metric, spec);
    if (refusal != null) {
      counts.refuse(refusal);
    } else if (isOneJobTooMany(metric)) {
      counts.refuse(Refusal.JOB);
    } else if (isOfNewestLineage(metric)) {
      hold(kept, metric);
    } else {
      counts.outdatedRecord();
    }
  }

  /** From now on Prometheus is taken to know what is held, and only newcomers begin at 0. */
  public synchronized void settle() {
    families.all().forEach(MetricFamily::settle);
  }

  /** A scraper that has met nothing yet. */
  public Scraper scraper() {
    return new Scraper(this, clock.getAsLong());
  }

  /** What a scraper gets that scraped last at {@code seen}, and when it got it. */
  synchronized Scrape scrape(long seen, Predicate<String> includedNames) {
    MetricSnapshots given = snapshots(includedNames, family -> family.introducing(seen));
    return new Scrape(given, clock.getAsLong());
  }

  record Scrape(MetricSnapshots snapshots, long at) {}

  /** Every series at its value, without what is done for scrapers. */
  public synchronized MetricSnapshots totals() {
    return snapshots(name -> true, MetricFamily::atValue);
  }

  /** The series of a counter or gauge that records stand behind, each at its value. */
  public synchronized List<Level> levels(MetricCatalogue metric) {
    MetricFamily family = families.find(metric.metricName());
    return family == null ? List.of() : family.levels();
  }

  /** What a histogram observed, by the label sets that records stand behind. */
  public synchronized List<Observations> observations(MetricCatalogue metric) {
    MetricFamily family = families.find(metric.metricName());
    return family == null ? List.of() : family.observations();
  }

  /** How many records it has taken: the same number, the same answers. */
  public synchronized long changes() {
    return changes;
  }

  /** Time series served, a histogram counting all its lines. */
  public synchronized int timeSeries() {
    return families.timeSeries();
  }

  /** What was met on the way. */
  public ViewCounts counts() {
    return counts;
  }

  private FamilySpec specOf(MetricRecord metric) {
    MetricFamily known = families.find(metric.getName());
    return known != null ? known.spec() : FamilySpec.of(metric);
  }

  private boolean isOneJobTooMany(MetricRecord metric) {
    return lineages.size() >= MAX_JOBS && !lineages.containsKey(metric.getJob());
  }

  private boolean isOfNewestLineage(MetricRecord metric) {
    Lineage lineage = Lineage.of(metric);
    Lineage newest = lineages.get(metric.getJob());
    if (newest == null || lineage.compareTo(newest) > 0) {
      lineages.put(metric.getJob(), lineage);
      forget(metric.getJob());
      return true;
    }
    return lineage.equals(newest);
  }

  private void forget(String job) {
    List<String> keys = new ArrayList<>();
    held.forEach(
        (key, series) -> {
          if (series.lineage().job().equals(job)) {
            keys.add(key);
          }
        });
    keys.forEach(this::remove);
    if (!keys.isEmpty()) {
      counts.reset();
    }
  }

  private void hold(String key, MetricRecord metric) {
    HeldSeries series = held.get(key);
    if (series == null) {
      enter(key, metric);
    } else if (series.isSeriesOf(metric)) {
      update(key, series, Reading.of(metric));
    } else {
      counts.refuse(Refusal.OWNER);
    }
  }

  private void update(String key, HeldSeries series, Reading next) {
    Cell cell = series.family().find(series.labels());
    Reading standing = cell == null ? null : cell.reading(key);
    Succession succession = standing == null ? Succession.TAKES_OVER : standing.succeededBy(next);
    if (succession == Succession.TAKES_OVER) {
      families.put(series.family(), series.labels(), key, next);
    } else if (succession == Succession.FALLS) {
      counts.regression();
    }
  }

  private void enter(String key, MetricRecord metric) {
    Labels labels = place(specOf(metric), metric.getLabels());
    if (labels == null) {
      counts.refuse(Refusal.CAP);
      return;
    }
    MetricFamily family = families.familyOf(metric);
    if (family == null) {
      counts.refuse(Refusal.NAME_TAKEN);
      return;
    }
    Lineage lineage = lineages.getOrDefault(metric.getJob(), Lineage.of(metric));
    HeldSeries series = HeldSeries.of(lineage, family, labels, metric.getLabels());
    if (series.isExclusive() && family.hasReading(labels)) {
      counts.refuse(Refusal.OWNER);
      return;
    }
    if (series.isAltered() && !behindOther.hasRoom(family.spec())) {
      families.forgetIfForeign(family);
      counts.refuse(Refusal.CAP);
      return;
    }
    if (series.isAltered()) {
      counts.overflow();
    }
    behindOther.hold(series);
    held.put(key, series);
    families.put(family, series.labels(), key, Reading.of(metric));
    String region = series.region();
    if (region != null) {
      regions.hold(region);
    }
  }

  /** Where a series is served; null: nowhere, for beyond the cap nothing of its kind is. */
  private @Nullable Labels place(FamilySpec family, Map<String, String> own) {
    Labels labels = Placement.of(family, own);
    if (seriesCap == 0 || families.hasRoom(family, labels, seriesCap)) {
      return labels;
    }
    Labels other = Placement.collapsed(family, own);
    // Of the catalogue there are so many rows of other and no more; names and labels of a metric
    // outside it are anybody's.
    return family.entry() != null || families.isThere(family, other) ? other : null;
  }

  private void remove(String key) {
    HeldSeries series = held.remove(key);
    if (series == null) {
      return;
    }
    behindOther.release(series);
    families.remove(series.family(), series.labels(), key);
    String region = series.region();
    if (region != null) {
      regions.release(region);
    }
  }

  private MetricSnapshots snapshots(
      Predicate<String> includedNames, Function<MetricFamily, MetricSnapshot> snapshot) {
    List<MetricSnapshot> served = new ArrayList<>();
    for (MetricFamily family : families.all()) {
      if (family.size() > 0 && includedNames.test(Exposition.baseName(family.spec()))) {
        served.add(snapshot.apply(family));
      }
    }
    return new MetricSnapshots(served);
  }
}
