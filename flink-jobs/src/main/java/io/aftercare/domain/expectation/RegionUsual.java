package io.aftercare.domain.expectation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known to be usual of a region: a week of each figure, and how many events the last hours
 * had, which speak while nothing is learnt.
 *
 * <p>An hour is learnt once, as it stood at its close, in the order of the hours: what is said of
 * it again is not heard, so late corrections, in whatever order, change nothing. That is on
 * purpose: what is usual is compared with what an hour has at its close, and both then lack the
 * same share of what comes late.
 */
public final class RegionUsual {
  /** Of how many hours the mean speaks while nothing is learnt. */
  public static final int RECENT = 3;

  private final Map<Figure, UsualWeek> weeks;
  private final List<Long> recent;
  private long learntUntil;

  private RegionUsual(Map<Figure, UsualWeek> weeks, List<Long> recent, long learntUntil) {
    this.weeks = weeks;
    this.recent = recent;
    this.learntUntil = learntUntil;
  }

  /** Nothing known. */
  public static RegionUsual nothing() {
    return kept(List.of(), Long.MIN_VALUE);
  }

  /** As it was kept; its weeks are to be restored. */
  public static RegionUsual kept(List<Long> recent, long learntUntil) {
    Map<Figure, UsualWeek> weeks = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      weeks.put(figure, new UsualWeek());
    }
    return new RegionUsual(weeks, new ArrayList<>(recent), learntUntil);
  }

  /** The same for itself. */
  public RegionUsual copy() {
    Map<Figure, UsualWeek> copies = new EnumMap<>(Figure.class);
    weeks.forEach((figure, week) -> copies.put(figure, week.copy()));
    return new RegionUsual(copies, new ArrayList<>(recent), learntUntil);
  }

  /** Whether an hour is new; one that is not is not heard. */
  public boolean isNew(HourOfRegion hour) {
    return hour.hourStart() >= learntUntil;
  }

  /** What is usual of a figure in an hour: of what adds up, so much as the hour's share. */
  public Optional<Usual> usual(Figure figure, WeekHour hour) {
    double share = figure.adds() ? hour.share() : 1;
    return week(figure).at(hour).map(u -> new Usual(u.value() * share, u.basis()));
  }

  /** Learns of an hour, if it is new. */
  public void learn(HourOfRegion hour, WeekHour place) {
    if (!isNew(hour)) {
      return;
    }
    learntUntil = hour.hourEnd();
    if (!place.whole()) {
      return;
    }
    for (Figure figure : Figure.values()) {
      if (hour.of(figure) != HourOfRegion.NONE) {
        week(figure).learn(place.slot(), (double) hour.of(figure));
      }
    }
    recent.add(hour.events());
    if (recent.size() > RECENT) {
      recent.remove(0);
    }
  }

  /** How long the region may say nothing after an event, ms; empty while that is not known. */
  public OptionalLong silenceLimit(LastEvent event, RegionClock clock) {
    long limit =
        Silence.limit(
            event.at(),
            new Silence.Expectation() {
              @Override
              public double eventsPerHour(long instant) {
                return RegionUsual.this.eventsPerHour(clock.at(event.region(), instant));
              }

              @Override
              public long endOfHour(long instant) {
                return clock.endOf(event.region(), instant);
              }
            });
    return limit == Silence.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(limit);
  }

  private double eventsPerHour(WeekHour hour) {
    return week(Figure.EVENTS)
        .at(hour)
        .map(Usual::value)
        .orElseGet(() -> recent.stream().mapToLong(Long::longValue).average().orElse(-1));
  }

  /** An operator's word that the region is another from now on: everything is learnt anew. */
  public RegionUsual forget() {
    return kept(List.of(), learntUntil);
  }

  /** A figure's week. */
  public UsualWeek week(Figure figure) {
    return Objects.requireNonNull(weeks.get(figure));
  }

  /** Events of the last hours, oldest first. */
  public List<Long> recent() {
    return List.copyOf(recent);
  }

  /** Where the last hour ended that was heard of, ms. */
  public long learntUntil() {
    return learntUntil;
  }
}
