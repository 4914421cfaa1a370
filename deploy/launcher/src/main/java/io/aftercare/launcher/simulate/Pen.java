package io.aftercare.launcher.simulate;

import io.aftercare.contract.ActorType;
import io.aftercare.contract.FollowUpOutcome;
import io.aftercare.contract.ResolutionMode;
import io.aftercare.contract.SlaClaim;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes down what happens to tickets, each event with all facts as they stand after it.
 *
 * <p>The instants of a ticket's events rise strictly, but for changes of one save, which share
 * theirs. The contracts desk numbers its events ({@code ticket_seq}); the service desk does not.
 */
final class Pen {
  private final Agenda agenda;
  private final Consumer<TicketEvent> delivery;

  Pen(Agenda agenda, Consumer<TicketEvent> delivery) {
    this.agenda = agenda;
    this.delivery = delivery;
  }

  void write(Ticket ticket, TicketEventType type, ActorType actor) {
    write(ticket, type, actor, Pen::nothingMore);
  }

  void write(Ticket ticket, TicketEventType type, ActorType actor, Consumer<TicketEvent> details) {
    ticket.lastEventMillis = Math.max(agenda.now(), ticket.lastEventMillis + 1);
    append(ticket, type, actor, details);
  }

  /** A change saved together with the event before it. */
  void writeInSameSave(Ticket ticket, TicketEventType type, ActorType actor) {
    append(ticket, type, actor, Pen::nothingMore);
  }

  private void append(
      Ticket ticket, TicketEventType type, ActorType actor, Consumer<TicketEvent> details) {
    ticket.events++;
    TicketEvent event = new TicketEvent();
    event.setEventId(ticket.id + "-" + (100 + ticket.events));
    event.setEventType(type);
    event.setTicketId(ticket.id);
    event.setTicketSeq(ticket.contract ? Long.valueOf(ticket.events) : null);
    event.setOccurredAt(Instant.ofEpochMilli(ticket.lastEventMillis));
    event.setSourceSystem(ticket.contract ? "contracts-desk" : "service-desk");
    event.setActorType(actor);
    event.setIsPublic(seenByCustomer(type));
    putFacts(event, ticket);
    putDefaults(event);
    details.accept(event);
    delivery.accept(event);
  }

  private static void nothingMore(TicketEvent event) {}

  private static void putFacts(TicketEvent event, Ticket ticket) {
    Catalogue.Request request = ticket.request;
    String region = ticket.origin.region.name();
    event.setOriginRegion(region);
    event.setRegion(ticket.branch.region.name());
    event.setCity(region + "-c" + ticket.customer.place(6));
    event.setOutlet(region + "-o" + ticket.customer.place(14));
    event.setChannel(request.channel());
    event.setServiceType(request.service());
    event.setProductLine(request.productLine());
    event.setCategory(request.category());
    event.setPriority(ticket.priority);
    event.setCustomerTier(ticket.customer.tier());
    event.setQueue(ticket.queue);
    event.setAssigneeRef(ticket.assignee);
    event.setStatus(ticket.status);
    event.setCustomerRef(ticket.customer.ref());
    event.setAssetRef(ticket.customer.asset(request.productLine().length()));
  }

  private static void putDefaults(TicketEvent event) {
    event.setSourceSla(SlaClaim.UNKNOWN);
    event.setResolutionMode(ResolutionMode.UNKNOWN);
    event.setFollowUpOutcome(FollowUpOutcome.UNKNOWN);
    event.setMissingFields(List.of());
  }

  private static boolean seenByCustomer(TicketEventType type) {
    return switch (type) {
      case INTERNAL_NOTE, CLASSIFIED, ASSIGNED, PRIORITY_CHANGED, TRANSFERRED, MARKED_SPAM -> false;
      default -> true;
    };
  }
}
