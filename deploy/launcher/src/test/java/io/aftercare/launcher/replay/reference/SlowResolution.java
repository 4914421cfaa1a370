package io.aftercare.launcher.replay.reference;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The resolution clocks of the incident log, worked out minute by minute from the file itself, with
 * nothing of the engine: a clock hand that moves on in every minute that is open and not waiting.
 * The log, the hours and the targets are all in whole minutes, so this is exact.
 */
public final class SlowResolution {
  private static final Instant FIRST = Instant.parse("2016-02-28T00:00:00Z");
  private static final int MINUTES = 600 * 24 * 60;
  private static final Set<String> WAITING =
      Set.of("Awaiting User Info", "Awaiting Evidence", "Awaiting Vendor", "Awaiting Problem");
  private static final Comparator<Map<String, String>> ORDER =
      Comparator.comparing((Map<String, String> row) -> !"created".equals(row.get("event")))
          .thenComparing(row -> text(row, "ts"))
          .thenComparingInt(row -> Integer.parseInt(text(row, "seq")));

  /**
   * What is promised.
   *
   * @param minutes allowed by priority, 1 to 4
   * @param office regions whose clocks run in office hours only; those of others run always
   * @param pauses whether a clock stands still while the incident awaits something
   */
  public record Rules(Map<String, Integer> minutes, Set<String> office, boolean pauses) {}

  /** A clock as the ledger should have it; instants as the reports write them, "" if none. */
  public record Row(
      String ticket,
      int cycle,
      String region,
      String opened,
      String warned,
      String deadline,
      String settled,
      String verdict) {}

  private final Rules rules;
  private final boolean[] office;
  private final int asOf;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> attention = new TreeMap<>();

  private SlowResolution(Rules rules, boolean[] office, int asOf) {
    this.rules = rules;
    this.office = office;
    this.asOf = asOf;
  }

  /** Judges a log: what happens up to that instant, and what falls due before it. */
  public static SlowResolution of(Path log, Instant asOf, Rules rules) {
    int last = minute(asOf);
    Map<String, List<Map<String, String>>> byTicket = new LinkedHashMap<>();
    for (Map<String, String> row : CsvFile.rows(log)) {
      if (minute(row) <= last) {
        byTicket.computeIfAbsent(text(row, "ticket_id"), t -> new ArrayList<>()).add(row);
      }
    }
    SlowResolution all = new SlowResolution(rules, officeHours(), last);
    byTicket.forEach((ticket, events) -> all.new Incident(ticket, events).live());
    return all;
  }

  /** Every cycle of every incident. */
  public List<Row> rows() {
    return rows;
  }

  /** Incidents at risk or overdue at the end. */
  public Map<String, String> attention() {
    return attention;
  }

  /** Monday to Friday 08:00-12:30 and 13:15-18:00 in Berlin, but for three holidays. */
  private static boolean[] officeHours() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Set<LocalDate> holidays =
        Set.of(LocalDate.of(2016, 3, 3), LocalDate.of(2016, 3, 25), LocalDate.of(2016, 3, 28));
    boolean[] open = new boolean[MINUTES];
    for (int m = 0; m < MINUTES; m++) {
      ZonedDateTime local = FIRST.plusSeconds(60L * m).atZone(berlin);
      LocalTime time = local.toLocalTime();
      boolean morning = !time.isBefore(LocalTime.of(8, 0)) && time.isBefore(LocalTime.of(12, 30));
      boolean afternoon =
          !time.isBefore(LocalTime.of(13, 15)) && time.isBefore(LocalTime.of(18, 0));
      open[m] =
          (morning || afternoon)
              && local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
              && !holidays.contains(local.toLocalDate());
    }
    return open;
  }

  private static int minute(Map<String, String> row) {
    return minute(Instant.parse(text(row, "ts")));
  }

  private static int minute(Instant instant) {
    long seconds = instant.getEpochSecond() - FIRST.getEpochSecond();
    if (seconds < 0 || seconds % 60 != 0) {
      throw new IllegalStateException(instant + " is not in whole minutes since " + FIRST);
    }
    return (int) (seconds / 60);
  }

  private static String text(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  private static String time(int minute) {
    return FIRST.plusSeconds(60L * minute).toString();
  }

  /** One incident from its first event on. */
  private final class Incident {
    private final String ticket;
    private final List<Map<String, String>> events;
    private final int created;
    private String region = "";
    private String state = "";
    private String priority = "";
    private boolean open;
    private int cycle;
    private @Nullable Hand hand;

    Incident(String ticket, List<Map<String, String>> unsorted) {
      this.ticket = ticket;
      this.events = unsorted.stream().sorted(ORDER).toList();
      this.created = minute(events.get(0));
    }

    void live() {
      int next = 0;
      for (int now = created; now <= asOf; now++) {
        while (next < events.size() && Math.max(created, minute(events.get(next))) == now) {
          happens(events.get(next), next == 0, now);
          next++;
        }
        Hand running = hand;
        if (running != null && running.unsettled()) {
          if (now < asOf) {
            running.afterEvents(now);
            running.tick(now);
          }
        } else if (next < events.size()) {
          now = Math.max(now, Math.max(created, minute(events.get(next))) - 1);
        } else {
          break;
        }
      }
      finish();
    }

    private void happens(Map<String, String> event, boolean first, int now) {
      String before = priority;
      state = text(event, "state");
      priority = text(event, "priority");
      region = text(event, "region");
      Hand running = hand;
      if (running != null && running.unsettled() && !before.equals(priority)) {
        running.retarget(now);
      }
      String type = text(event, "event");
      if (first || (!open && type.equals("reopened"))) {
        begin(now);
      }
      if (open && (type.equals("resolved") || type.equals("closed"))) {
        open = false;
        if (hand != null && hand.unsettled()) {
          hand.settle("met", now, hand.deadline(now));
        }
      }
    }

    private void begin(int now) {
      finish();
      open = true;
      cycle++;
      hand = new Hand(this, now);
    }

    /** Writes the row of the cycle that is over, or that is as far as it came. */
    private void finish() {
      Hand done = hand;
      if (done != null) {
        rows.add(done.row());
        hand = null;
        boolean atRisk = done.unsettled() && done.warnedOfThisTarget;
        boolean overdue = open && done.verdict.equals("breached");
        if (atRisk || overdue) {
          attention.put(ticket, overdue ? "OVERDUE" : "AT_RISK");
        }
      }
    }

    boolean paused() {
      return rules.pauses() && WAITING.contains(state);
    }

    boolean isOpen(int minute) {
      return !rules.office().contains(region) || office[minute];
    }

    int budget() {
      return Objects.requireNonNull(rules.minutes().get(priority));
    }
  }

  /** The hand of one clock. */
  private final class Hand {
    private final Incident incident;
    private final int opened;
    private final int cycle;
    private int budget;
    private int elapsed;
    private int lastMoved;

    /** When each minute of elapsed time was complete; the first entry is the opening. */
    private final List<Integer> reached = new ArrayList<>();

    private boolean warnedOfThisTarget;
    private String warned = "";
    private String verdict = "";
    private String settled = "";
    private String deadline = "";
    private String region = "";

    Hand(Incident incident, int now) {
      this.incident = incident;
      this.opened = now;
      this.cycle = incident.cycle;
      this.budget = incident.budget();
      this.lastMoved = now;
      reached.add(now);
    }

    boolean unsettled() {
      return verdict.isEmpty();
    }

    /** Past already: the new time was used up before this minute, and that is when it was due. */
    void retarget(int now) {
      budget = incident.budget();
      warnedOfThisTarget = false;
      if (elapsed > budget || (elapsed == budget && lastMoved < now)) {
        settle("breached", now, time(reached.get(budget)));
      }
    }

    void afterEvents(int now) {
      if (elapsed >= budget * 70 / 100 && !warnedOfThisTarget) {
        warnedOfThisTarget = true;
        warned = warned.isEmpty() ? time(now) : warned;
      }
      if (elapsed >= budget) {
        settle("breached", now, time(now));
      }
    }

    void tick(int now) {
      if (unsettled() && !incident.paused() && incident.isOpen(now)) {
        elapsed++;
        lastMoved = now + 1;
        reached.add(lastMoved);
      }
    }

    void settle(String as, int now, String due) {
      verdict = as;
      settled = time(now);
      deadline = due;
      region = incident.region;
    }

    /** When the time is used up if nothing happens; none while it stands still. */
    String deadline(int now) {
      int left = budget - elapsed;
      if (left > 0 && incident.paused()) {
        return "";
      }
      int at = now;
      while (left > 0) {
        left -= incident.isOpen(at) ? 1 : 0;
        at++;
      }
      return time(at);
    }

    Row row() {
      boolean running = unsettled();
      return new Row(
          incident.ticket,
          cycle,
          running ? incident.region : region,
          time(opened),
          warned,
          running ? deadline(asOf) : deadline,
          settled,
          running ? (incident.paused() ? "paused" : "running") : verdict);
    }
  }
}
