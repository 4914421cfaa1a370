package io.aftercare.oracle.call;

import io.aftercare.domain.calendar.BusinessCalendar;
import io.aftercare.domain.calendar.DayHours;
import io.aftercare.domain.calendar.ServiceHours;
import io.aftercare.domain.call.CallLimits;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.domain.sla.ShortAbandon;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random rules for queues and callbacks: thresholds by region, queue and channel that change while
 * people wait, and limits from seconds to hours.
 *
 * @param base around which everything happens, ms: a Monday, eleven in Berlin
 */
public record CallWorld(Rulebook rules, CallLimits limits, long base) {
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  static final List<String> REGIONS = List.of("north", "south");
  static final List<String> QUEUES = List.of("repairs", "orders", "complaints");
  static final List<Long> SPANS = List.of(1L, SECOND, 5 * SECOND, 20 * SECOND, 30 * SECOND, MINUTE);

  private static final long BASE = Instant.parse("2026-03-02T10:00:00Z").toEpochMilli();

  /** Everything random follows from the seed. */
  public static CallWorld of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Policy> policies = new ArrayList<>();
    answers(policies, random);
    callbacks(policies, random);
    CallLimits limits =
        random.nextBoolean()
            ? new CallLimits(2 * HOUR, 12 * HOUR, 30 * MINUTE)
            : new CallLimits(
                any(SPANS, random) + MINUTE, any(SPANS, random) + MINUTE, any(SPANS, random));
    return new CallWorld(rules(policies), limits, BASE);
  }

  /** The same world with some of its policies only. */
  CallWorld withPolicies(List<Policy> fewer) {
    return new CallWorld(rules(fewer), limits, base);
  }

  private static Rulebook rules(List<Policy> policies) {
    return Rulebook.of(
        policies,
        List.of(new CalendarVersion(1, Policy.ALWAYS, false, office())),
        List.of(
            new Region("north", ZoneId.of("Europe/Berlin"), "office"),
            new Region("south", ZoneId.of("Asia/Kolkata"), "24x7")));
  }

  /** Nine to half past eleven, and the afternoon: a callback asked for at ten runs into noon. */
  private static BusinessCalendar office() {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    week.put(DayOfWeek.MONDAY, DayHours.of("09:00-11:30", "12:00-17:00"));
    week.put(DayOfWeek.TUESDAY, DayHours.of("09:00-17:00"));
    return BusinessCalendar.of(
        new ServiceHours("office", ZoneId.of("Europe/Berlin"), week, Map.of(), Map.of()));
  }

  private static void answers(List<Policy> all, SplittableRandom random) {
    int ids = random.nextInt(4);
    for (int i = 0; i < ids; i++) {
      Match match = i == ids - 1 && random.nextBoolean() ? Match.ANY : match(random);
      long from = Policy.ALWAYS;
      for (int version = 1 + random.nextInt(2); version <= 3; version++) {
        all.add(
            new Policy(
                "answer-" + i,
                version,
                from,
                version > 1 && random.nextInt(6) == 0,
                "call_answer",
                Policy.ACTIVE,
                ClockMetric.CALL_ANSWER,
                0.8,
                match,
                Allowance.all(any(SPANS, random)),
                ClockRules.CALENDAR_TIME,
                new ShortAbandon(
                    random.nextInt(4) == 0 ? 0 : any(SPANS, random), random.nextBoolean())));
        from = later(from, random);
      }
    }
  }

  private static void callbacks(List<Policy> all, SplittableRandom random) {
    if (random.nextInt(3) > 0) {
      all.add(callback("due", 1, Policy.ALWAYS, Policy.ACTIVE, due(), random));
    }
    if (random.nextInt(4) > 0) {
      all.add(callback("soon", 1, Policy.ALWAYS, Policy.ACTIVE, target(random), random));
      all.add(callback("soon", 2, later(BASE, random), Policy.ACTIVE, target(random), random));
    }
    if (random.nextBoolean()) {
      all.add(callback("sooner", 1, Policy.ALWAYS, "shadow", target(random), random));
    }
  }

  private static Policy callback(
      String id,
      int version,
      long from,
      String slot,
      Allowance allowance,
      SplittableRandom random) {
    List<Integer> warn =
        any(List.of(ClockRules.WARN_PERCENTS, List.<Integer>of(), List.of(1, 50, 99)), random);
    String calendar = any(List.of("24x7", ClockRules.BUSINESS, "office"), random);
    return new Policy(
        id,
        version,
        from,
        version > 1 && random.nextInt(6) == 0,
        "callback",
        slot,
        ClockMetric.CALLBACK,
        null,
        random.nextBoolean() ? Match.ANY : match(random),
        allowance,
        new ClockRules(calendar, Set.of(), warn, true, true, true, false));
  }

  private static Allowance due() {
    return Allowance.until(Allowance.Source.DUE_AT);
  }

  private static Allowance target(SplittableRandom random) {
    return random.nextBoolean()
        ? Allowance.all(HOUR)
        : Allowance.all(any(SPANS, random) + random.nextInt(2) * MINUTE);
  }

  private static Match match(SplittableRandom random) {
    Set<String> regions = random.nextInt(3) == 0 ? Set.of(any(REGIONS, random)) : Set.of();
    Set<String> queues =
        random.nextInt(3) > 0 ? Set.copyOf(List.of(any(QUEUES, random), "repairs")) : Set.of();
    Set<Channel> channels = random.nextInt(5) == 0 ? Set.of(Channel.VOICE) : Set.of();
    return new Match(
        regions, queues, channels, Set.<ChannelClass>of(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static long later(long than, SplittableRandom random) {
    return Math.max(than, BASE) + 1 + random.nextInt(10 * 60) * SECOND;
  }

  static <T> T any(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }
}
