package io.aftercare.launcher.simulate;

import org.jspecify.annotations.Nullable;

/**
 * A call as it stands now. It is forgotten with its last planned happening.
 *
 * <p>{@code turn} rises whenever a wait or a talk begins or ends; what was planned in an earlier
 * turn no longer happens.
 */
final class Call {
  final String id;
  final Branch branch;
  final Customer customer;
  final Catalogue.Request request;

  /** The ticket that the caller asks after; null: a new matter. */
  final @Nullable Ticket about;

  /** How often the caller had tried before. */
  final int attempts;

  @Nullable Ticket ticket;
  int ticketTurn;
  String queue = "";
  int segment;
  boolean passedOn;
  Floor.@Nullable Place place;
  @Nullable Agent ringing;

  int turn;
  int events;
  long lastEventMillis;

  /** The switch no longer reports it. */
  boolean lost;

  Call(
      String id,
      Branch branch,
      Customer customer,
      Catalogue.Request request,
      @Nullable Ticket about,
      int attempts) {
    this.id = id;
    this.branch = branch;
    this.customer = customer;
    this.request = request;
    this.about = about;
    this.attempts = attempts;
  }

  /** Higher is served first. */
  int priority() {
    return switch (request.priority()) {
      case P1 -> 2;
      case P2 -> 1;
      default -> 0;
    };
  }

  /** One agent's part of it; segment 0: the call back. */
  record Leg(Agent agent, int segment, String queue) {}

  Leg leg(Agent agent) {
    return new Leg(agent, segment, queue);
  }

  Leg callbackLeg(Agent agent) {
    return new Leg(agent, 0, queue);
  }
}
