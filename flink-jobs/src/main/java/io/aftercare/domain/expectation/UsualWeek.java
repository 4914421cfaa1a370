package io.aftercare.domain.expectation;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is usual of one figure, by hour of the week. Constant memory.
 *
 * <p>An hour's first {@value #WEEKS} observations are kept, and their median is its anchor. From
 * then on what is usual steps towards each observation, a quarter of the way but at most {@value
 * #STEP} of itself, so that a week in which everything burnt moves it by no more than a quiet one;
 * and never farther than {@value #BAND} from the anchor, so that a slow decline cannot teach it
 * that bad is normal. Nothing moves an anchor but {@link RegionUsual#forget}.
 *
 * <p>Before an hour was seen twice, the same hour of days alike speaks for it: the median of what
 * those days say. After two weeks the days alike have one voice of three, for of two nobody can say
 * which is the wild one.
 */
public final class UsualWeek {
  /** How many observations make an anchor. */
  public static final int WEEKS = 4;

  /** The farthest from the anchor, as a share of it. */
  public static final double BAND = 0.15;

  /** The most by which one observation moves what is usual, as a share of it. */
  public static final double STEP = 0.02;

  /** How many hours it has. */
  public static final int SLOTS = WeekHour.SLOTS;

  private static final double GAIN = 0.25;

  private final byte[] seen;
  private final float[] first;
  private final float[] usual;

  /** Nothing seen. */
  UsualWeek() {
    this(new byte[SLOTS], new float[SLOTS * WEEKS], new float[SLOTS]);
  }

  private UsualWeek(byte[] seen, float[] first, float[] usual) {
    this.seen = seen;
    this.first = first;
    this.usual = usual;
  }

  UsualWeek copy() {
    return new UsualWeek(seen.clone(), first.clone(), usual.clone());
  }

  /** Learns of one hour. */
  void learn(int slot, double observed) {
    if (seen[slot] < WEEKS) {
      first[slot * WEEKS + seen[slot]] = (float) observed;
      seen[slot]++;
      usual[slot] = (float) median(own(slot));
      return;
    }
    double now = usual[slot];
    double most = STEP * now;
    double next = now + clamp(GAIN * (observed - now), -most, most);
    double anchor = anchor(slot);
    usual[slot] = (float) clamp(next, (1 - BAND) * anchor, (1 + BAND) * anchor);
  }

  /** What is usual in an hour, if anything can be said. */
  Optional<Usual> at(WeekHour hour) {
    int slot = hour.slot();
    if (seen[slot] > 2) {
      return Optional.of(new Usual(usual[slot], Usual.Basis.THIS_HOUR));
    }
    double[] alike = alike(hour);
    if (seen[slot] == 2) {
      double[] voices = Arrays.copyOf(own(slot), alike.length == 0 ? 2 : 3);
      if (alike.length > 0) {
        voices[2] = median(alike);
      }
      return Optional.of(new Usual(median(voices), Usual.Basis.THIS_HOUR));
    }
    double[] all = Arrays.copyOf(alike, alike.length + seen[slot]);
    if (seen[slot] == 1) {
      all[alike.length] = usual[slot];
    }
    return all.length == 0
        ? Optional.empty()
        : Optional.of(new Usual(median(all), Usual.Basis.DAYS_ALIKE));
  }

  private double[] alike(WeekHour hour) {
    double[] found = new double[WeekHour.DAYS];
    int count = 0;
    for (int day = 0; day < WeekHour.DAYS; day++) {
      int slot = hour.slotOn(day);
      if (hour.isLike(day) && seen[slot] > 0) {
        found[count++] = usual[slot];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private double anchor(int slot) {
    return median(own(slot));
  }

  private double[] own(int slot) {
    double[] own = new double[seen[slot]];
    for (int i = 0; i < own.length; i++) {
      own[i] = first[slot * WEEKS + i];
    }
    return own;
  }

  /** Of an even number, the mean of the middle two. Sorts what it is given. */
  static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  /** How often an hour was seen, {@value #WEEKS} at most. */
  public int seen(int slot) {
    return seen[slot];
  }

  /** One of an hour's first observations. */
  public float first(int slot, int week) {
    return first[slot * WEEKS + week];
  }

  /** What is usual of an hour that was seen. */
  public float usual(int slot) {
    return usual[slot];
  }

  /** Puts an hour back that was kept. */
  public void restore(int slot, float[] observations, float usually) {
    seen[slot] = (byte) observations.length;
    System.arraycopy(observations, 0, first, slot * WEEKS, observations.length);
    usual[slot] = usually;
  }
}
