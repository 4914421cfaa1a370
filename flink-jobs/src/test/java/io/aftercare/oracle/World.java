package io.aftercare.oracle;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Random rules around a day on which clocks change: calendars of several zones in several versions,
 * and promises of every metric, slot and kind.
 *
 * @param base a moment close to the change, ms; histories live around it
 */
record World(Rulebook rules, Oracle oracle, long base) {
  static final long MINUTE = Minutes.MINUTE;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  /** A zone and an instant at which its clocks change: both ways, north and south. */
  private record Change(String zone, String instant) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change("Europe/Berlin", "2026-03-29T01:00:00Z"),
          new Change("Europe/Berlin", "2026-10-25T01:00:00Z"),
          new Change("America/New_York", "2026-03-08T07:00:00Z"),
          new Change("America/New_York", "2026-11-01T06:00:00Z"),
          new Change("Australia/Lord_Howe", "2026-04-04T15:00:00Z"),
          new Change("Australia/Lord_Howe", "2026-10-03T15:30:00Z"),
          new Change("America/Santiago", "2026-04-05T03:00:00Z"),
          new Change("America/Santiago", "2026-09-06T04:00:00Z"));

  private static final List<String> ZONES =
      List.of("Asia/Kolkata", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");

  private static final String[][] DAYS = {
    {"09:00-12:30", "13:30-18:00"},
    {"08:00-20:00"},
    {"00:00-24:00"},
    {"22:00-30:00"},
    {"00:30-02:15", "02:45-04:00", "10:00-14:00"},
    {"02:10-02:50", "23:30-24:00"},
    {"01:30-02:00", "03:00-09:17"},
    {}
  };

  static final List<String> REGIONS = List.of("north", "south", "east", "west");

  /** Everything random follows from the seed. */
  static World of(long seed) {
    return new Maker(new SplittableRandom(seed)).world();
  }

  /** The same world with some of its policies only. */
  World withPolicies(List<Policy> policies) {
    Rulebook fewer =
        Rulebook.of(
            policies,
            rules.calendars().stream().filter(c -> c.version() > 0).toList(),
            rules.regions().values());
    return new World(fewer, new Oracle(fewer, from(base), until(base)), base);
  }

  static long from(long base) {
    return base - 30 * DAY;
  }

  static long until(long base) {
    return base + 150 * DAY;
  }

  private static final class Maker {
    private final SplittableRandom random;
    private final Change change;
    private final long base;
    private final List<String> calendarIds = new ArrayList<>();

    Maker(SplittableRandom random) {
      this.random = random;
      this.change = any(CHANGES);
      this.base = Instant.parse(change.instant()).toEpochMilli();
    }

    World world() {
      List<CalendarVersion> calendars = calendars();
      Rulebook rules = Rulebook.of(policies(), calendars, regions());
      return new World(rules, new Oracle(rules, from(base), until(base)), base);
    }

    // ---- calendars

    private List<CalendarVersion> calendars() {
      List<CalendarVersion> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String id = "c" + i;
        String zone = i < 2 ? change.zone() : any(ZONES);
        calendarIds.add(id);
        int versions = 1 + random.nextInt(3);
        long from = oneIn(3) ? instant() : Policy.ALWAYS;
        for (int version = 1; version <= versions; version++) {
          all.add(
              new CalendarVersion(version, from, oneIn(2), BusinessCalendar.of(hours(id, zone))));
          from = later(from);
        }
      }
      return all;
    }

    /** Until they are right: most weeks in which a night runs into a morning are refused. */
    private ServiceHours hours(String id, String zone) {
      ServiceHours hours = null;
      while (hours == null) {
        try {
          hours = anyHours(id, zone);
        } catch (IllegalArgumentException overlapping) {
          hours = null;
        }
      }
      return hours;
    }

    private ServiceHours anyHours(String id, String zone) {
      Map<DayOfWeek, DayHours> weekly = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        weekly.put(day, day());
      }
      long open =
          weekly.values().stream()
              .flatMap(d -> d.openings().stream())
              .mapToLong(o -> o.end() - o.start())
              .sum();
      if (open < 10 * 60) {
        throw new IllegalArgumentException("opens too rarely for the horizon");
      }
      Map<LocalDate, String> holidays = new TreeMap<>();
      Map<LocalDate, DayHours> exceptions = new TreeMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        holidays.put(date(), "");
      }
      for (int i = random.nextInt(5); i > 0; i--) {
        exceptions.put(date(), day());
      }
      exceptions.keySet().removeAll(holidays.keySet());
      return new ServiceHours(id, ZoneId.of(zone), weekly, holidays, exceptions);
    }

    private DayHours day() {
      return DayHours.of(DAYS[random.nextInt(DAYS.length)]);
    }

    private LocalDate date() {
      return Instant.ofEpochMilli(base)
          .atZone(ZoneOffset.UTC)
          .toLocalDate()
          .plusDays(random.nextInt(16) - 5);
    }

    private List<Region> regions() {
      List<Region> regions = new ArrayList<>();
      for (String name : REGIONS.subList(0, 3)) {
        String calendar = oneIn(5) ? "24x7" : any(calendarIds);
        regions.add(new Region(name, ZoneId.of(change.zone()), calendar));
      }
      return regions;
    }

    // ---- policies

    private List<Policy> policies() {
      List<Policy> all = new ArrayList<>();
      for (ClockMetric metric : ClockMetric.values()) {
        for (int i = oneIn(2) ? 1 + random.nextInt(2) : oneIn(3) ? 0 : 1; i > 0; i--) {
          String sla = metric.label() + i;
          slot(all, metric, sla, Policy.ACTIVE);
          int shadows = oneIn(12) ? Rulebook.MOST_SHADOWS : random.nextInt(2);
          for (int s = 1; s <= shadows; s++) {
            slot(all, metric, sla, "shadow" + s);
          }
        }
      }
      return all.isEmpty() ? policies() : all;
    }

    private void slot(List<Policy> all, ClockMetric metric, String sla, String slot) {
      int ids = 1 + random.nextInt(3);
      for (int i = 1; i <= ids; i++) {
        int versions = oneIn(2) ? 1 : 1 + random.nextInt(3);
        long from = oneIn(5) ? instant() : Policy.ALWAYS;
        for (int version = 1; version <= versions; version++) {
          Allowance allowance = allowance(metric);
          all.add(
              new Policy(
                  sla + "-" + slot + "-" + i,
                  version,
                  from,
                  version > 1 && oneIn(5),
                  sla,
                  slot,
                  metric,
                  null,
                  i == ids && oneIn(2) ? Match.ANY : match(),
                  allowance,
                  rules(allowance.fixed())));
          from = later(from);
        }
      }
    }

    private Match match() {
      return new Match(
          oneIn(3) ? Set.copyOf(List.of(any(REGIONS), "north")) : Set.of(),
          Set.of(),
          oneIn(4) ? Set.of(oneIn(2) ? ChannelClass.LIVE : ChannelClass.ASYNC) : Set.of(),
          oneIn(6) ? Set.of(ServiceType.REPAIR, ServiceType.INQUIRY) : Set.of(),
          oneIn(6) ? Set.of("gold") : Set.of(),
          oneIn(9) ? Set.of("pumps") : Set.of(),
          oneIn(9) ? Set.of(ResolutionMode.PHONE_GUIDANCE) : Set.of());
    }

    private Allowance allowance(ClockMetric metric) {
      if (oneIn(metric == ClockMetric.ARRIVAL ? 2 : 6)) {
        return Allowance.until(
            (metric == ClockMetric.ARRIVAL) != oneIn(4)
                ? Allowance.Source.APPOINTMENT_END
                : Allowance.Source.DUE_AT);
      }
      Map<Priority, Long> targets = new EnumMap<>(Priority.class);
      for (Priority priority : Priority.values()) {
        if (!oneIn(6)) {
          targets.put(priority, target());
        }
      }
      targets.putIfAbsent(Priority.P1, target());
      long grace = oneIn(4) ? span() : 0;
      long early = oneIn(metric == ClockMetric.GUIDANCE_FOLLOW_UP ? 2 : 8) ? span() : 0;
      return new Allowance(Allowance.Source.TARGET, targets, grace, early);
    }

    private long target() {
      return switch (random.nextInt(8)) {
        case 0 -> 1 + random.nextInt(5);
        case 1 -> (1L + random.nextInt(40)) * MINUTE + random.nextInt(1000);
        case 2, 3 -> (1L + random.nextInt(30)) * HOUR;
        default -> (1L + random.nextInt(24)) * 30 * MINUTE;
      };
    }

    private long span() {
      return oneIn(2) ? 30 * MINUTE : (1L + random.nextInt(100)) * MINUTE + 7;
    }

    private ClockRules rules(boolean fixed) {
      Set<TicketStatus> pauses = EnumSet.noneOf(TicketStatus.class);
      if (!fixed && !oneIn(3)) {
        for (TicketStatus status :
            List.of(
                TicketStatus.WAITING_CUSTOMER,
                TicketStatus.WAITING_PARTS,
                TicketStatus.WAITING_THIRD_PARTY,
                TicketStatus.ON_HOLD,
                TicketStatus.SCHEDULED,
                TicketStatus.UNKNOWN)) {
          if (!oneIn(3) && (status != TicketStatus.UNKNOWN || oneIn(8))) {
            pauses.add(status);
          }
        }
      }
      String calendar =
          switch (random.nextInt(5)) {
            case 0 -> "24x7";
            case 1 -> any(calendarIds);
            default -> ClockRules.BUSINESS;
          };
      return new ClockRules(
          calendar, pauses, warnings(), !oneIn(6), !oneIn(5), !oneIn(4), oneIn(2));
    }

    private List<Integer> warnings() {
      return any(
          List.of(
              ClockRules.WARN_PERCENTS,
              List.of(50),
              List.of(),
              List.of(1, 25, 75, 99),
              List.of(33, 34)));
    }

    // ---- chance

    private long instant() {
      return base + (random.nextInt(14 * 24) - 5 * 24) * HOUR / (oneIn(3) ? 2 : 1);
    }

    private long later(long than) {
      long instant = instant();
      while (instant <= than) {
        instant += 5 * HOUR;
      }
      return instant;
    }

    private boolean oneIn(int n) {
      return random.nextInt(n) == 0;
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }
}
