package io.aftercare.flow;

import io.aftercare.domain.complaint.Baseline;
import io.aftercare.domain.complaint.BinCounts;
import io.aftercare.domain.complaint.ComplaintTerms;
import io.aftercare.domain.complaint.LocalWeek;
import io.aftercare.domain.complaint.RegionComplaints;
import io.aftercare.domain.complaint.RegionComplaints.Memory;
import io.aftercare.domain.complaint.Shares;
import io.aftercare.domain.complaint.Watched;
import io.aftercare.flow.wire.WireType;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes to Flink's state what the complaints of the region at hand need after a failure, and makes
 * them of it again. What is handed over is never changed afterwards.
 */
final class KeepComplaints implements RegionComplaints.Keep {
  private final MapState<Long, BinCounts> bins;
  private final MapState<String, double[]> categories;
  private final ValueState<double[]> heard;
  private final ValueState<Course> course;
  private final ValueState<Long> closed;
  private final MapState<String, Watched> watched;
  private final MapState<Usual, Shares> usual;

  /** How far a region is learnt, and the chance of the silence that goes on. */
  public record Course(long last, double silence) {}

  /** A dimension of a category. */
  public record Usual(String category, String dimension) {}

  KeepComplaints(RuntimeContext context) {
    TypeInformation<double[]> numbers = PrimitiveArrayTypeInfo.DOUBLE_PRIMITIVE_ARRAY_TYPE_INFO;
    bins = context.getMapState(new MapStateDescriptor<>("bins", Types.LONG, WireType.BIN_COUNTS));
    categories =
        context.getMapState(new MapStateDescriptor<>("categories", WireType.TEXT, numbers));
    heard = context.getState(new ValueStateDescriptor<>("heard", numbers));
    course =
        context.getState(new ValueStateDescriptor<>("course", TypeInformation.of(Course.class)));
    closed = context.getState(new ValueStateDescriptor<>("closed", Types.LONG));
    watched =
        context.getMapState(
            new MapStateDescriptor<>("watched", WireType.TEXT, TypeInformation.of(Watched.class)));
    usual =
        context.getMapState(
            new MapStateDescriptor<>("usual", TypeInformation.of(Usual.class), WireType.SHARES));
  }

  /**
   * @param warm what was learnt elsewhere, for a region of which nothing is kept; null: nothing
   */
  RegionComplaints restore(
      String region, ComplaintTerms terms, LocalWeek week, @Nullable Memory warm) throws Exception {
    Memory memory = memory();
    Long judged = closed.value();
    RegionComplaints complaints =
        new RegionComplaints(
            region,
            terms,
            week,
            this,
            memory == null ? warm : memory,
            memory == null,
            judged == null ? Long.MIN_VALUE : judged);
    for (Map.Entry<Long, BinCounts> bin : bins.entries()) {
      complaints.restore(bin.getKey(), bin.getValue());
    }
    for (Map.Entry<String, Watched> each : watched.entries()) {
      complaints.restore(each.getKey(), each.getValue());
    }
    for (Map.Entry<Usual, Shares> each : usual.entries()) {
      complaints.restore(each.getKey().category(), each.getKey().dimension(), each.getValue());
    }
    return complaints;
  }

  private @Nullable Memory memory() throws Exception {
    Course at = course.value();
    double[] numbers = heard.value();
    if (at == null || numbers == null) {
      return null;
    }
    SortedMap<String, Baseline> known = new TreeMap<>();
    for (Map.Entry<String, double[]> each : categories.entries()) {
      known.put(each.getKey(), Baseline.of(each.getValue().clone()));
    }
    return new Memory(at.last(), at.silence(), Baseline.of(numbers.clone()), known);
  }

  @Override
  public void bin(long start, @Nullable BinCounts counts) {
    set(bins, start, counts);
  }

  @Override
  public void learnt(Memory memory) {
    write(
        () -> {
          course.update(new Course(memory.last(), memory.silence()));
          heard.update(memory.heard().values());
          for (Map.Entry<String, Baseline> each : memory.categories().entrySet()) {
            categories.put(each.getKey(), each.getValue().values());
          }
        });
  }

  @Override
  public void watched(String category, @Nullable Watched now) {
    set(watched, category, now);
  }

  @Override
  public void shares(String category, String dimension, Shares shares) {
    set(usual, new Usual(category, dimension), shares);
  }

  @Override
  public void closed(long end) {
    write(() -> closed.update(end));
  }

  private static <K, V> void set(MapState<K, V> state, K key, @Nullable V value) {
    write(
        () -> {
          if (value == null) {
            state.remove(key);
          } else {
            state.put(key, value);
          }
        });
  }

  /** A write to a state. */
  private interface Writing {
    void write() throws Exception;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (Exception e) {
      throw new IllegalStateException("a state could not be written", e);
    }
  }
}
