package io.aftercare.launcher.simulate;

import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The service organisation of one region: its queues, its customers and its crews. */
final class Branch {
  /** What a contact, a ticket's desk work and a ticket's visits take; measured on the script. */
  private static final double LIVE_SHARE = 0.57;

  private static final double LIVE_SECONDS = 480;
  private static final double DESK_HOURS_PER_TICKET = 0.132;
  private static final double FIELD_HOURS_PER_TICKET = 0.29;
  private static final double CUSTOMERS_PER_HOURLY_TICKET = 250;

  final Region region;
  final LocalClock clock;
  final String liveQueue;
  final String deskQueue;
  final String fieldQueue;
  final Crew live;
  final Crew desk;
  final Crew field;
  final double ticketsPerHour;
  private final long seed;
  private final double expected;
  private final Agenda agenda;
  private final long leaveMillis;

  Branch(Region region, SimulatorSettings settings, Agenda agenda) {
    this.region = region;
    this.agenda = agenda;
    this.leaveMillis = leaveMillis(region, settings.absence());
    this.clock = new LocalClock(region.zone());
    this.liveQueue = region.name() + "-live";
    this.deskQueue = region.name() + "-desk";
    this.fieldQueue = region.name() + "-field";
    this.ticketsPerHour = settings.ticketsPerHour() * region.share();
    this.seed = StableHash.mix(settings.seed(), region.name().hashCode());
    this.expected = ticketsPerHour * region.staffing();
    IntToDoubleFunction tickets = hour -> expected * Rhythm.ofHour(hour);
    int[] livePlan =
        Staffing.forServiceLevel(
            hour -> tickets.applyAsDouble(hour) * LIVE_SHARE, LIVE_SECONDS, 30, 0.74);
    int[] deskPlan = Staffing.forLoad(hour -> deskTickets(hour) * DESK_HOURS_PER_TICKET, 0.4);
    int[] fieldPlan = Staffing.forLoad(this::fieldLoad, 1.0);
    this.live = new Crew(agenda, clock, livePlan, seed + 1, 'a', leaveMillis);
    this.desk = new Crew(agenda, clock, deskPlan, seed + 2, 'a', leaveMillis);
    this.field = new Crew(agenda, clock, fieldPlan, seed + 3, 'e', leaveMillis);
  }

  private static long leaveMillis(Region region, @Nullable Absence absence) {
    if (absence == null || !absence.region().equals(region.name())) {
      return Crew.NEVER;
    }
    return absence.from().toEpochMilli();
  }

  /** Whether its people are there now to begin something. */
  boolean attended() {
    return agenda.now() < leaveMillis;
  }

  /** Desk work trails demand: a mean over the hour and the five before it. */
  private double deskTickets(int hour) {
    double sum = 0;
    for (int back = 0; back < 6; back++) {
      sum += Rhythm.ofHour((hour + 168 - back) % 168);
    }
    return expected * sum / 6;
  }

  /** Visits are by day; at night there is a standby for the urgent ones. */
  private double fieldLoad(int hour) {
    int hourOfDay = hour % 24;
    boolean day = hourOfDay >= 7 && hourOfDay < 21;
    return expected * FIELD_HOURS_PER_TICKET * (day ? 1.6 : 0.25);
  }

  /** One of the region's customers; some call again and again. */
  Customer customer(Dice dice) {
    double u = dice.unit();
    long index = (long) (u * u * (100 + ticketsPerHour * CUSTOMERS_PER_HOURLY_TICKET));
    return new Customer(StableHash.mix(seed, index));
  }

  /** New tickets per hour at an instant; each day is up to 14 % off the plan. */
  double demandAt(long atMillis) {
    double day = 0.86 + 0.28 * StableHash.unit(seed, clock.day(atMillis));
    return ticketsPerHour * day * Rhythm.at(clock.weekMillis(atMillis));
  }

  /** No demand is above it. */
  double demandCeiling() {
    return ticketsPerHour * 1.14 * Rhythm.peak();
  }
}
