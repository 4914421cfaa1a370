package io.aftercare.launcher.simulate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * People of one kind in one region, in three shifts, and the work that waits for them: earliest due
 * first, nobody is interrupted. Waits come out of it, none is drawn. A day's absences lower the
 * plan by up to 10 %. A crew that leaves finishes what it has begun.
 */
final class Crew {
  /** When a crew leaves that stays. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int SHIFTS = 3;

  private record Work(
      Ticket ticket,
      int turn,
      long dueMillis,
      long order,
      long handleMillis,
      Consumer<String> started,
      Runnable finished) {
    boolean wanted() {
      return ticket.turn == turn;
    }
  }

  private final PriorityQueue<Work> waiting =
      new PriorityQueue<>(
          (a, b) ->
              a.dueMillis != b.dueMillis
                  ? Long.compare(a.dueMillis, b.dueMillis)
                  : Long.compare(a.order, b.order));
  private final Agenda agenda;
  private final LocalClock clock;
  private final int[] plan;
  private final long seed;
  private final long leaveMillis;
  private final List<ArrayDeque<String>> free = new ArrayList<>();
  private int onDuty;
  private int busy;
  private long taken;

  Crew(Agenda agenda, LocalClock clock, int[] plan, long seed, char kind, long leaveMillis) {
    this.agenda = agenda;
    this.clock = clock;
    this.plan = plan;
    this.seed = seed;
    this.leaveMillis = leaveMillis;
    int most = 0;
    for (int planned : plan) {
      most = Math.max(most, planned);
    }
    for (int shift = 0; shift < SHIFTS; shift++) {
      ArrayDeque<String> people = new ArrayDeque<>();
      for (int i = 0; i < most; i++) {
        people.add(StableHash.ref(kind, StableHash.mix(seed, (long) shift * most + i)));
      }
      free.add(people);
    }
    changeHour();
  }

  /** Puts work in the queue; work on a ticket whose turn has passed by then is not begun. */
  void take(
      Ticket ticket,
      long dueMillis,
      long handleMillis,
      Consumer<String> started,
      Runnable finished) {
    waiting.add(new Work(ticket, ticket.turn, dueMillis, taken++, handleMillis, started, finished));
    begin();
  }

  private void changeHour() {
    long now = agenda.now();
    int planned = plan[clock.weekHour(now)];
    double absent = 0.10 * StableHash.unit(seed, -1 - clock.day(now));
    onDuty = Math.max(1, (int) StrictMath.rint(planned * (1 - absent)));
    agenda.at((now / LocalClock.HOUR + 1) * LocalClock.HOUR, this::changeHour);
    begin();
  }

  private void begin() {
    ArrayDeque<String> shift = free.get(clock.hourOfDay(agenda.now()) * SHIFTS / 24);
    boolean there = agenda.now() < leaveMillis;
    while (there && busy < onDuty && !waiting.isEmpty() && !shift.isEmpty()) {
      Work work = waiting.remove();
      if (work.wanted()) {
        begin(work, shift);
      }
    }
  }

  private void begin(Work work, ArrayDeque<String> shift) {
    String person = shift.remove();
    busy++;
    work.started.accept(person);
    agenda.after(work.handleMillis, () -> finish(work, person, shift));
  }

  private void finish(Work work, String person, ArrayDeque<String> shift) {
    busy--;
    shift.add(person);
    if (work.wanted()) {
      work.finished.run();
    }
    begin();
  }
}
