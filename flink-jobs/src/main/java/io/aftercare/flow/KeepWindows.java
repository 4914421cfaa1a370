package io.aftercare.flow;

import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.HourCell;
import io.aftercare.domain.window.HourKey;
import io.aftercare.domain.window.HoursKey;
import io.aftercare.domain.window.PaneKey;
import io.aftercare.domain.window.WindowTerms;
import io.aftercare.domain.window.Windows;
import io.aftercare.flow.wire.WireType;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Writes to Flink's state what windows need after a failure, and makes windows of it again. */
final class KeepWindows implements Windows.Keep {
  private final MapState<PaneKey, Figures> panes;
  private final MapState<PaneKey, Boolean> corrected;
  private final MapState<HourKey, HourCell> openHours;
  private final MapState<HourKey, Figures> publishedHours;
  private final MapState<HoursKey, Long> publishedUntil;

  KeepWindows(RuntimeContext context) {
    TypeInformation<PaneKey> paneKeys = TypeInformation.of(PaneKey.class);
    TypeInformation<HourKey> hourKeys = TypeInformation.of(HourKey.class);
    panes = context.getMapState(new MapStateDescriptor<>("panes", paneKeys, WireType.FIGURES));
    corrected = context.getMapState(new MapStateDescriptor<>("corrected", paneKeys, Types.BOOLEAN));
    openHours =
        context.getMapState(new MapStateDescriptor<>("open-hours", hourKeys, WireType.HOUR_CELL));
    publishedHours =
        context.getMapState(
            new MapStateDescriptor<>("published-hours", hourKeys, WireType.FIGURES));
    publishedUntil =
        context.getMapState(
            new MapStateDescriptor<>(
                "published-until", TypeInformation.of(HoursKey.class), Types.LONG));
  }

  /**
   * @param reached the last end of which all windows were closed
   */
  Windows restore(WindowTerms terms, long reached) throws Exception {
    Windows windows = new Windows(terms, this, reached);
    for (Map.Entry<PaneKey, Figures> pane : panes.entries()) {
      windows.restore(pane.getKey(), pane.getValue());
    }
    for (PaneKey key : corrected.keys()) {
      windows.restoreCorrected(key);
    }
    for (Map.Entry<HourKey, HourCell> hour : openHours.entries()) {
      windows.restore(hour.getKey(), hour.getValue());
    }
    for (Map.Entry<HourKey, Figures> hour : publishedHours.entries()) {
      windows.restorePublished(hour.getKey(), hour.getValue());
    }
    for (Map.Entry<HoursKey, Long> until : publishedUntil.entries()) {
      windows.restorePublishedUntil(until.getKey(), until.getValue());
    }
    return windows;
  }

  @Override
  public void pane(PaneKey key, @Nullable Figures figures) {
    set(panes, key, figures);
  }

  @Override
  public void corrected(PaneKey key, boolean toBeSaid) {
    set(corrected, key, toBeSaid ? true : null);
  }

  @Override
  public void open(HourKey key, @Nullable HourCell cell) {
    set(openHours, key, cell);
  }

  @Override
  public void published(HourKey key, @Nullable Figures figures) {
    set(publishedHours, key, figures);
  }

  @Override
  public void publishedUntil(HoursKey key, long end) {
    set(publishedUntil, key, end);
  }

  private static <K, V> void set(MapState<K, V> state, K key, @Nullable V value) {
    try {
      if (value == null) {
        state.remove(key);
      } else {
        state.put(key, value);
      }
    } catch (Exception e) {
      throw new IllegalStateException("state of windows cannot be written", e);
    }
  }
}
