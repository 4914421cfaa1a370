package io.aftercare.domain.complaint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The alerts of one region, and how its categories stand beside what is usual. */
final class RegionAlerts {
  private static final long HOUR = 4 * Bin.MILLIS;
  private static final double BAND = 2;

  private final String region;
  private final AlertTerms terms;
  private final Watch watch;
  private final Evidence evidence;
  private final RegionComplaints.Keep keep;
  private final Map<String, Watched> watched = new TreeMap<>();
  private final TreeMap<Long, Map<String, Expected>> expected = new TreeMap<>();

  RegionAlerts(String region, AlertTerms terms, Evidence evidence, RegionComplaints.Keep keep) {
    this.region = region;
    this.terms = terms;
    this.watch = new Watch(terms);
    this.evidence = evidence;
    this.keep = keep;
  }

  void restore(String category, Watched was) {
    watched.put(category, was);
  }

  /** What a bin expects, before it is learnt. */
  void expect(long start, Map<String, Expected> of) {
    expected.put(start, of);
    expected.headMap(start - HOUR, false).clear();
  }

  /** A bin closed with these scores; all that are not among them are quiet. */
  void judge(Known known, long start, List<Score> scores, RegionComplaints.Told told) {
    Map<String, Score> byCategory = byCategory(scores);
    long at = start + Bin.MILLIS;
    Set<String> concerned = new HashSet<>(byCategory.keySet());
    concerned.addAll(watched.keySet());
    for (String category : concerned) {
      Score score = byCategory.getOrDefault(category, quiet(category));
      Watched before = watched.getOrDefault(category, Watched.NOTHING);
      Sighting seen = sighting(known, category, at, start, score);
      settle(known, before, watch.bin(before, seen), seen, score, start, told);
    }
    known.complaints().members().keySet().forEach(each -> level(known, each, at, byCategory, told));
    learning(known, at, told);
  }

  /** A bin that is open cannot close an alert. */
  void glance(Known known, long start, long now, List<Score> scores, RegionComplaints.Told told) {
    Map<String, Score> byCategory = byCategory(scores);
    for (Score score : scores) {
      Watched before = watched.getOrDefault(score.category(), Watched.NOTHING);
      Sighting seen = sighting(known, score.category(), now, start, score);
      settle(known, before, watch.glance(before, seen), seen, score, start, told);
      level(known, score.category(), start, byCategory, told);
    }
  }

  private static Map<String, Score> byCategory(List<Score> scores) {
    Map<String, Score> byCategory = new TreeMap<>();
    scores.forEach(score -> byCategory.put(score.category(), score));
    return byCategory;
  }

  private static Score quiet(String category) {
    return new Score(category, 0, (int) (Bin.MILLIS / 60_000), 0, 0);
  }

  private static long from(long bin, Score score) {
    return bin + Bin.MILLIS - score.windowMinutes() * 60_000L;
  }

  private Sighting sighting(Known known, String category, long at, long bin, Score score) {
    int customers = evidence.customers(category, from(bin, score), bin);
    long total = category.equals(Family.TOTAL) ? 0 : bins(known, Family.TOTAL);
    return new Sighting(at, score.score(), customers, bins(known, category), total);
  }

  private static long bins(Known known, String category) {
    Baseline baseline = known.complaints().members().get(category);
    return baseline == null ? 0 : baseline.bins();
  }

  private void settle(
      Known known,
      Watched before,
      WatchStep step,
      Sighting seen,
      Score score,
      long bin,
      RegionComplaints.Told told) {
    String category = score.category();
    if (!step.watched().equals(before)) {
      boolean open = step.watched().open();
      if (open) {
        watched.put(category, step.watched());
      } else {
        watched.remove(category);
      }
      keep.watched(category, open ? step.watched() : null);
    }
    if (step.move() != WatchStep.Move.NONE) {
      Drivers drivers =
          step.move() == WatchStep.Move.CLOSED
              ? new Drivers(List.of(), List.of())
              : Drivers.of(
                  score,
                  known.complaints().dispersion(category, score.windowMinutes()),
                  evidence.tallies(category, from(bin, score), bin));
      long opened = step.watched().open() ? step.watched().openedAt() : before.openedAt();
      told.alert(
          new SpikeAlert(
              region, category, step.move(), seen.at(), opened, score, seen.customers(), drivers));
    }
  }

  private void level(
      Known known,
      String category,
      long closed,
      Map<String, Score> scores,
      RegionComplaints.Told told) {
    double mean = 0;
    for (Map<String, Expected> bin : expected.tailMap(closed - HOUR).values()) {
      Expected of = bin.get(category);
      mean += of == null ? 0 : of.mean();
    }
    double variance = known.complaints().dispersion(category, 60).variance(mean);
    Score score = scores.get(category);
    told.level(
        new CategoryLevel(
            region,
            category,
            evidence.complaints(category, closed - HOUR, closed - Bin.MILLIS),
            mean,
            new Expected(mean, variance).above(BAND),
            score == null ? 0 : score.score(),
            watched.containsKey(category)));
  }

  private void learning(Known known, long at, RegionComplaints.Told told) {
    long left = terms.learnBins() - bins(known, Family.TOTAL);
    told.learning(left > 0 ? at + left * Bin.MILLIS : Family.NEVER);
  }
}
