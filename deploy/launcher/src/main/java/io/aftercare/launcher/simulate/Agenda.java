package io.aftercare.launcher.simulate;

import java.util.PriorityQueue;

/**
 * What will happen and when: a discrete-event simulation's future event list. Happenings of one
 * instant run in the order in which they were planned. Nothing is planned into the past.
 */
final class Agenda {
  private record Entry(long atMillis, long order, Runnable happening) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(atMillis, other.atMillis);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Entry> entries = new PriorityQueue<>(1024);
  private long nowMillis;
  private long planned;

  Agenda(long startMillis) {
    this.nowMillis = startMillis;
  }

  long now() {
    return nowMillis;
  }

  void at(long atMillis, Runnable happening) {
    entries.add(new Entry(Math.max(atMillis, nowMillis), planned++, happening));
  }

  void after(long delayMillis, Runnable happening) {
    at(nowMillis + delayMillis, happening);
  }

  /** How much is planned. */
  int size() {
    return entries.size();
  }

  /** When the next happening is due. There always is one: demand never ends. */
  long nextAt() {
    return entries.element().atMillis();
  }

  /** Moves time to the next happening and lets it happen. */
  void step() {
    Entry next = entries.remove();
    nowMillis = next.atMillis();
    next.happening().run();
  }
}
