package io.aftercare.flow.wire;

import io.aftercare.domain.expectation.Figure;
import io.aftercare.domain.expectation.RegionUsual;
import io.aftercare.domain.expectation.UsualWeek;
import java.util.ArrayList;
import java.util.List;

/**
 * Serializes what is usual of a region: of each figure the hours that were seen, in order, each by
 * how many empty ones it comes after.
 */
public final class RegionUsualSerializer extends WireSerializer<RegionUsual> {
  private static final long serialVersionUID = 1;

  /** Kept for ever; what is new comes last. */
  private static final List<Figure> ORDER =
      List.of(
          Figure.CREATED,
          Figure.RESOLVED,
          Figure.BACKLOG,
          Figure.FIRST_RESPONSE,
          Figure.RESOLUTION,
          Figure.EVENTS);

  @Override
  void write(RegionUsual region, WireWriter out) {
    out.signed(region.learntUntil());
    out.unsigned(region.recent().size());
    region.recent().forEach(out::unsigned);
    out.unsigned(ORDER.size());
    ORDER.forEach(figure -> write(region.week(figure), out));
  }

  private static void write(UsualWeek week, WireWriter out) {
    int empty = 0;
    for (int slot = 0; slot < UsualWeek.SLOTS; slot++) {
      int seen = week.seen(slot);
      if (seen == 0) {
        empty++;
        continue;
      }
      out.unsigned(((long) empty << 3) | seen);
      empty = 0;
      for (int i = 0; i < seen; i++) {
        number(week.first(slot, i), out);
      }
      number(week.usual(slot), out);
    }
    out.unsigned(0);
  }

  @Override
  RegionUsual read(WireReader in) {
    long learntUntil = in.signed();
    List<Long> recent = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      recent.add(in.unsigned());
    }
    RegionUsual region = RegionUsual.kept(recent, learntUntil);
    int figures = in.count();
    for (int i = 0; i < figures; i++) {
      read(region.week(ORDER.get(i)), in);
    }
    return region;
  }

  private static void read(UsualWeek week, WireReader in) {
    int slot = 0;
    for (int code = in.count(); code != 0; code = in.count()) {
      slot += code >>> 3;
      float[] first = new float[code & 7];
      for (int i = 0; i < first.length; i++) {
        first[i] = number(in);
      }
      week.restore(slot, first, number(in));
      slot++;
    }
  }

  /** Small whole numbers are most of them; their bits end in zeros, which come first here. */
  private static void number(float number, WireWriter out) {
    out.unsigned(Integer.toUnsignedLong(Integer.reverse(Float.floatToIntBits(number))));
  }

  private static float number(WireReader in) {
    return Float.intBitsToFloat(Integer.reverse((int) in.unsigned()));
  }

  @Override
  public RegionUsualSerializer duplicate() {
    return new RegionUsualSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<RegionUsual> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(RegionUsualSerializer::new));
    }
  }
}
