package io.aftercare.launcher.simulate;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.Priority;
import io.aftercare.contract.ServiceType;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The service organisation of one region: its queues, its customers and its crews. */
final class Branch {
  /** Some customers leave no ticket, some leave two; measured on the script. */
  private static final double CUSTOMERS_PER_TICKET = 1.03;

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
  final String serviceQueue;
  final String technicalQueue;
  final Floor floor;
  final Crew desk;
  final Crew field;
  final double ticketsPerHour;
  private final long seed;
  private final double expected;
  private final Agenda agenda;
  private final long leaveMillis;

  Branch(
      Region region,
      SimulatorSettings settings,
      Agenda agenda,
      Consumer<AgentStateEvent> agentStates) {
    this.region = region;
    this.agenda = agenda;
    this.leaveMillis = leaveMillis(region, settings.absence());
    this.clock = new LocalClock(region.zone());
    this.serviceQueue = region.name() + "-service";
    this.technicalQueue = region.name() + (region.hasTechnicalQueue() ? "-technical" : "-service");
    this.liveQueue = region.name() + "-live";
    this.deskQueue = region.name() + "-desk";
    this.fieldQueue = region.name() + "-field";
    this.ticketsPerHour = settings.ticketsPerHour() * region.share();
    this.seed = StableHash.mix(settings.seed(), region.name().hashCode());
    this.expected = ticketsPerHour * region.staffing();
    IntToDoubleFunction tickets = hour -> expected * Rhythm.ofHour(hour);
    int[] livePlan =
        Staffing.forServiceLevel(
            hour -> tickets.applyAsDouble(hour) * LIVE_SHARE, LIVE_SECONDS, 30, 0.77);
    int[] deskPlan = Staffing.forLoad(hour -> deskTickets(hour) * DESK_HOURS_PER_TICKET, 0.4);
    int[] fieldPlan = Staffing.forLoad(this::fieldLoad, 1.0);
    this.floor =
        new Floor(
            agenda,
            new Roster(clock, livePlan, seed + 1),
            new AgentPen(agenda, region, agentStates),
            Dice.of(settings.seed(), "agents " + region.name()),
            leaveMillis);
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

  boolean hasTwoQueues() {
    return !technicalQueue.equals(serviceQueue);
  }

  String otherQueue(String queue) {
    return queue.equals(serviceQueue) ? technicalQueue : serviceQueue;
  }

  /** Where a caller gets with this matter; who chooses wrongly, into the other queue. */
  String queueFor(ServiceType service, boolean wrongly) {
    String right =
        switch (service) {
          case REPAIR, INSTALLATION, MAINTENANCE -> technicalQueue;
          default -> serviceQueue;
        };
    return wrongly ? otherQueue(right) : right;
  }

  /** The technical queue is open from 7 to 21 h, the other day and night. */
  boolean isOpen(String queue) {
    int hour = clock.hourOfDay(agenda.now());
    return queue.equals(serviceQueue) || (hour >= 7 && hour < 21);
  }

  /** So far ahead of their arrival urgent customers are put in the line, ms. */
  long headStart(Priority priority) {
    return switch (priority) {
      case P1 -> 5 * World.MINUTE;
      case P2 -> World.MINUTE;
      default -> 0;
    };
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

  /** Customers per hour at an instant; each day is up to 14 % off the plan. */
  double demandAt(long atMillis) {
    double day = 0.86 + 0.28 * StableHash.unit(seed, clock.day(atMillis));
    return ticketsPerHour * CUSTOMERS_PER_TICKET * day * Rhythm.at(clock.weekMillis(atMillis));
  }

  /** No demand is above it. */
  double demandCeiling() {
    return ticketsPerHour * CUSTOMERS_PER_TICKET * 1.14 * Rhythm.peak();
  }
}
