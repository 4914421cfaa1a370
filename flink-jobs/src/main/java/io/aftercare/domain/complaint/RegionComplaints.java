package io.aftercare.domain.complaint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The complaints of one region as time goes on. A bin is judged while it is open, when it closes,
 * and for the last time when nothing can correct it any more; then it is learnt. What is known
 * ahead of that, of bins that closed and wait, is worked out from what is learnt, anew if a late
 * complaint changes one of them.
 *
 * <p>Law: final bins and their scores depend on what came in time, not on the order it came in.
 */
public final class RegionComplaints {
  private static final long LONELY = 14 * Bin.PER_DAY * Bin.MILLIS;

  private final String region;
  private final ComplaintTerms terms;
  private final Keep keep;
  private final Known learnt;
  private final Evidence evidence = new Evidence();
  private final RegionAlerts alerts;
  private @Nullable Known ahead;
  private boolean elsewhere;
  private long closed;

  /** Where what must outlast a failure is kept, as it changes. */
  public interface Keep {
    /** What a bin counted; null: it is not needed any more. */
    void bin(long start, @Nullable BinCounts counts);

    /** What is known after a bin was learnt. */
    void learnt(Memory memory);

    /** How an alert stands; null: it is not open. */
    void watched(String category, @Nullable Watched now);

    /** How usual is what complaints of a category have in common. */
    void shares(String category, String dimension, Shares shares);

    /** Up to where bins were judged as they closed. */
    void closed(long end);
  }

  /** Who is told. */
  public interface Told {
    /** An alert opened, got worse or closed. */
    void alert(SpikeAlert alert);

    /** How a category stands. */
    void level(CategoryLevel level);

    /** A bin is final. */
    void learnt(FinalBin bin);

    /**
     * The region is only being learnt until then, ms since 1970; {@link Family#NEVER}: it is known.
     */
    void learning(long until);
  }

  /**
   * What is known and must be kept: numbers as in {@link Baseline}.
   *
   * @param last start of the bin learnt last
   * @param silence chance of the silence that goes on
   * @param heard of events of any kind
   * @param categories of complaints
   */
  public record Memory(
      long last, double silence, Baseline heard, SortedMap<String, Baseline> categories) {}

  /**
   * @param before what was known before; null: nothing
   * @param elsewhere whether that was learnt somewhere else, some time ago: what lies between is no
   *     silence
   * @param closed up to where bins were judged as they closed, ms
   */
  public RegionComplaints(
      String region,
      ComplaintTerms terms,
      LocalWeek week,
      Keep keep,
      @Nullable Memory before,
      boolean elsewhere,
      long closed) {
    this.region = region;
    this.terms = terms;
    this.keep = keep;
    this.alerts = new RegionAlerts(region, terms.alerts(), evidence, keep);
    this.closed = closed;
    this.elsewhere = before != null && elsewhere;
    this.learnt =
        before == null
            ? new Known(
                week,
                new Family(terms.spikes()),
                new Heard(terms.chanceOfSilence(), new Family(terms.spikes()), 1))
            : known(week, before);
  }

  private Known known(LocalWeek week, Memory before) {
    Family events =
        before.heard().bins() == 0
            ? new Family(terms.spikes()) // what was learnt elsewhere knows of complaints alone
            : Family.of(terms.spikes(), before.last(), Map.of(Family.TOTAL, before.heard()));
    return new Known(
        week,
        Family.of(terms.spikes(), before.last(), before.categories()),
        new Heard(terms.chanceOfSilence(), events, before.silence()));
  }

  /** Puts back what was kept of a bin. */
  public void restore(long bin, BinCounts counts) {
    evidence.restore(bin, counts);
  }

  /** Puts back how an alert stood. */
  public void restore(String category, Watched was) {
    alerts.restore(category, was);
  }

  /** Puts back how usual is what complaints have in common. */
  public void restore(String category, String dimension, Shares shares) {
    evidence.restore(category, dimension, shares);
  }

  /**
   * Takes what was counted.
   *
   * @param now how far event time has come, ms
   * @return whether it still counts; if not, its bin is final
   */
  public boolean add(CaseCount count, long now) {
    boolean late = count.bin() + Bin.MILLIS + terms.latenessMillis() <= now;
    if (late || (learnt.begun() && count.bin() < learnt.next())) {
      return false;
    }
    keep.bin(count.bin(), evidence.add(count));
    if (ahead != null && (!ahead.begun() || count.bin() < ahead.next())) {
      ahead = null;
    }
    return true;
  }

  /** Event time has come to an instant, ms. */
  public void advance(long now, Told told) {
    if (!learnt.begun() || elsewhere) {
      forgetLonely(now);
    }
    learn(now - terms.latenessMillis(), told);
    close(now, told);
    glance(now, told);
    evidence
        .dropBehind(
            learnt.begun() && !elsewhere
                ? learnt.next()
                : now - terms.latenessMillis() - Bin.MILLIS)
        .forEach(bin -> keep.bin(bin, null));
  }

  /** What one event says of a day long ago is no beginning. */
  private void forgetLonely(long now) {
    for (long bin : evidence.dropLonely(now, LONELY)) {
      keep.bin(bin, null);
      ahead = null;
    }
  }

  /** Event time ends at an instant, and nothing comes late any more. */
  public void end(long now, Told told) {
    close(now, told);
    learn(now, told);
  }

  /** Whether there is anything to judge as time goes on. */
  public boolean begun() {
    return (learnt.begun() && !elsewhere) || !evidence.isEmpty();
  }

  private void learn(long by, Told told) {
    while (begun() && next(learnt) + Bin.MILLIS <= by) {
      long start = next(learnt);
      learnt.pass(start);
      elsewhere = false;
      BinCounts counts = evidence.at(start);
      Known.Found found = learnt.learn(start, counts, terms.floor());
      evidence.learn(start, alarmed(found.scores()), keep::shares);
      keep.learnt(memory());
      SortedMap<String, Long> all = new TreeMap<>();
      learnt.complaints().members().keySet().forEach(category -> all.put(category, 0L));
      all.putAll(counts.byCategory());
      told.learnt(new FinalBin(region, start, found.up(), all, found.scores()));
    }
  }

  /**
   * Start of the bin that comes next; what has not begun, or was learnt elsewhere, begins with the
   * first that counted.
   */
  private long next(Known known) {
    boolean begins = !known.begun() || (elsewhere && known.next() < evidence.first());
    return begins ? evidence.first() : known.next();
  }

  private Set<String> alarmed(List<Score> scores) {
    Set<String> alarmed = new HashSet<>();
    scores.stream()
        .filter(score -> score.score() >= terms.alerts().listedAt())
        .forEach(score -> alarmed.add(score.category()));
    return alarmed;
  }

  private Memory memory() {
    Family family = learnt.complaints();
    Baseline heard = learnt.heard().events().members().get(Family.TOTAL);
    return new Memory(
        family.last(),
        learnt.heard().chance(),
        heard == null ? new Baseline() : heard.copy(),
        family.copy().members());
  }

  private void close(long now, Told told) {
    Known known = ahead == null ? learnt.copy() : ahead;
    ahead = known;
    while (begun() && next(known) + Bin.MILLIS <= now) {
      long start = next(known);
      known.pass(start);
      if (known.begun()) {
        alerts.expect(start, known.expected(start));
      }
      double floor = terms.alerts().closesBelow();
      List<Score> scores = known.learn(start, evidence.at(start), floor).scores();
      if (start + Bin.MILLIS > closed) {
        closed = start + Bin.MILLIS;
        keep.closed(closed);
        alerts.judge(known, start, scores, told);
      }
    }
  }

  /** Looks at the bin that is open: it can open an alert, but nothing is quiet yet. */
  private void glance(long now, Told told) {
    Known known = ahead;
    if (known == null || !known.begun()) {
      return;
    }
    BinCounts counts = evidence.at(known.next());
    if (!counts.complaints().isEmpty()) {
      double floor = terms.alerts().closesBelow();
      List<Score> scores = known.glance(known.next(), counts, floor);
      alerts.glance(known, known.next(), now, scores, told);
    }
  }
}
