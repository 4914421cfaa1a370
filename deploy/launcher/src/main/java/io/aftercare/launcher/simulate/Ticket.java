package io.aftercare.launcher.simulate;

import io.aftercare.contract.Channel;
import io.aftercare.contract.Priority;
import io.aftercare.contract.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands now. It is forgotten with its last planned happening.
 *
 * <p>{@code turn} rises when it is resolved, reopened or ended; what was planned in an earlier turn
 * no longer happens.
 */
final class Ticket {
  final String id;
  final boolean contract;
  final Branch origin;
  final Customer customer;
  final Catalogue.Request request;
  final long createdMillis;

  Branch branch;
  String queue;
  Priority priority;
  TicketStatus status = TicketStatus.NEW;
  @Nullable String assignee;
  @Nullable Ticket twinOf;

  int turn;
  int events;
  long lastEventMillis;
  int rounds;
  boolean answered;
  boolean visited;
  boolean moved;
  boolean reopened;
  boolean complained;
  boolean followedUp;
  boolean surveyed;

  Ticket(
      String id,
      boolean contract,
      Branch origin,
      Customer customer,
      Catalogue.Request request,
      long createdMillis) {
    this.id = id;
    this.contract = contract;
    this.origin = origin;
    this.customer = customer;
    this.request = request;
    this.createdMillis = createdMillis;
    this.branch = origin;
    this.priority = request.priority();
    this.queue = live() ? origin.liveQueue : origin.deskQueue;
  }

  /** Whether the customer waits for an answer at once. */
  boolean live() {
    Channel channel = request.channel();
    return channel == Channel.VOICE || channel == Channel.CHAT || channel == Channel.APP;
  }

  /** Whether it is neither resolved nor ended. */
  boolean open() {
    return switch (status) {
      case RESOLVED, CLOSED, CANCELLED -> false;
      default -> true;
    };
  }

  /** Whether it is worked on at night too. */
  boolean urgent() {
    return priority == Priority.P1 || priority == Priority.P2;
  }

  /** The shipped resolution target of its priority. */
  long targetMillis() {
    return LocalClock.HOUR
        * switch (priority) {
          case P1 -> 4;
          case P2 -> 8;
          case P3 -> 24;
          default -> 72;
        };
  }
}
