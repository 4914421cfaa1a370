package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Bin;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.Score;
import io.aftercare.domain.complaint.SpikeTerms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Steps all families of keys through the bins of files, which are read one after the other. */
final class CountBins {
  private static final long NEVER = Long.MIN_VALUE;

  private final SpikeTerms terms;
  private final Map<String, Family> known;
  private final LocalWeek week;
  private final double floor;
  private final Map<String, KeyRows> keys = new HashMap<>();
  private final Map<String, FamilyRows> families = new HashMap<>();
  private final Set<FamilyRows> heard = new LinkedHashSet<>();
  private long time = NEVER;
  private long first = NEVER;
  private String lastPlace = "";
  private long rows;
  private long bins;

  /** Told of every bin's scores, in order of time and key. */
  interface Told {
    void bin(long seconds, List<Keyed> scores);
  }

  /** A score and its key as the file has it. */
  record Keyed(String key, Score score) {}

  /**
   * Of counts that nothing was learnt of yet.
   *
   * @param known what was learnt before, by region
   * @param floor lower scores are not told
   */
  CountBins(SpikeTerms terms, Map<String, Family> known, LocalWeek week, double floor) {
    this.terms = terms;
    this.known = known;
    this.week = week;
    this.floor = floor;
  }

  /** Reads a file to its end. */
  void read(Path file, Told told) {
    try (CountRows row = CountRows.open(file)) {
      while (row.next()) {
        if (row.time() != time) {
          begin(row, told);
        }
        KeyRows key = keys.get(row.key());
        key = key == null ? join(row) : key;
        key.take(row);
        key.family().count(key.key().category(), row.count());
        heard.add(key.family());
        rows++;
      }
      lastPlace = "at the end of " + file;
    }
  }

  private void begin(CountRows row, Told told) {
    if (row.time() < time) {
      throw row.wrong(
          "time %d comes after %d%s; right are rows sorted by time"
              .formatted(row.time(), time, lastPlace.isEmpty() ? "" : " " + lastPlace));
    }
    close(told);
    time = row.time();
    lastPlace = "";
    first = first == NEVER ? time : first;
    bins++;
  }

  private KeyRows join(CountRows row) {
    CountKey key = CountKey.of(row.key());
    FamilyRows family = families.get(key.family());
    if (family == null) {
      Family start = known.getOrDefault(key.region(), new Family(terms));
      if (start.last() >= row.time() * 1000) {
        throw row.wrong(
            "time %d was learnt already: the baseline of %s ends with the bin of %d; right are later counts"
                .formatted(row.time(), key.region(), start.last() / 1000));
      }
      family = new FamilyRows(key, start);
      families.put(key.family(), family);
    }
    family.has(key);
    KeyRows joined = new KeyRows(key, family);
    keys.put(row.key(), joined);
    return joined;
  }

  /** Closes the bin at hand. */
  void close(Told told) {
    if (heard.isEmpty()) {
      return;
    }
    Bin bin = week.bin(time * 1000, true);
    List<Keyed> all = new ArrayList<>();
    for (FamilyRows family : heard) {
      for (Score each : family.learn(bin, floor)) {
        if (family.names(each.category())) {
          all.add(new Keyed(family.text(each.category()), each));
        }
      }
    }
    heard.clear();
    all.sort(Comparator.comparing(Keyed::key));
    told.bin(time, all);
  }

  Collection<FamilyRows> families() {
    return families.values();
  }

  long rows() {
    return rows;
  }

  long bins() {
    return bins;
  }

  int keyCount() {
    return keys.size();
  }

  /** Start of the first bin, s since 1970. */
  long first() {
    return first;
  }
}
