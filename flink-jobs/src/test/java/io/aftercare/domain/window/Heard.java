package io.aftercare.domain.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hears what windows say, and answers what was said last, carried forward. */
final class Heard {
  final List<WindowEntry> entries = new ArrayList<>();
  private final Map<String, NavigableMap<Long, WindowEntry>> last = new HashMap<>();

  void hear(WindowEntry entry) {
    entries.add(entry);
    String name =
        entry.region() + " " + entry.dimension() + " " + entry.cell() + " " + entry.span();
    last.computeIfAbsent(name, n -> new TreeMap<>()).put(entry.end(), entry);
  }

  /** What a region's window holds that ends then. */
  Figures at(@Nullable String region, Span span, long end) {
    NavigableMap<Long, WindowEntry> ends =
        last.getOrDefault(region + " REGION  " + span.label(), new TreeMap<>());
    Map.Entry<Long, WindowEntry> floor = ends.floorEntry(end);
    return floor == null ? new Figures() : floor.getValue().figures();
  }

  /** What was said of exactly that window, if anything. */
  @Nullable WindowEntry said(String region, Dimension by, String cell, Span span, long end) {
    return last.getOrDefault(region + " " + by + " " + cell + " " + span.label(), new TreeMap<>())
        .get(end);
  }
}
