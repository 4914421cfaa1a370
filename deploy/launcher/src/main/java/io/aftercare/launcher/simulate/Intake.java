package io.aftercare.launcher.simulate;

import static io.aftercare.contract.ActorType.AGENT;
import static io.aftercare.contract.ActorType.BOT;
import static io.aftercare.contract.ActorType.CUSTOMER;
import static io.aftercare.contract.TicketEventType.AUTO_REPLY;
import static io.aftercare.contract.TicketEventType.CLASSIFIED;
import static io.aftercare.contract.TicketEventType.CREATED;

import io.aftercare.contract.Channel;
import io.aftercare.contract.ServiceType;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketStatus;
import java.time.Instant;
import java.util.List;

/** How tickets come in: created, greeted by the bot, classified, put in a queue. */
final class Intake {
  private static final Weighted<List<String>> MISSING =
      Weighted.of(
          List.of(
              List.of("serial_number"),
              List.of("purchase_date"),
              List.of("model"),
              List.of("serial_number", "purchase_date"),
              List.of("model", "serial_number", "warranty_proof")),
          0.4,
          0.25,
          0.15,
          0.15,
          0.05);
  private static final double TWIN_SHARE = 0.015;
  private static final double CANCEL_SHARE = 0.025;

  private final World world;
  private final Script script;
  private final Dice dice;
  private long opened;

  Intake(World world, Script script) {
    this.world = world;
    this.script = script;
    this.dice = world.dice;
  }

  void arrive(Branch branch) {
    Customer customer = branch.customer(dice);
    Catalogue.Request request = Catalogue.draw(dice);
    if (request.channel() == Channel.VOICE) {
      script.switchboard.arrive(branch, customer, request);
    } else {
      greet(planTwin(open(branch, customer, request)));
    }
  }

  void complain(Branch branch, String productLine, String category) {
    Customer customer = branch.customer(dice);
    Catalogue.Request request = Catalogue.complaint(dice, productLine, category);
    if (request.channel() == Channel.VOICE) {
      script.switchboard.arrive(branch, customer, request);
    } else {
      greet(open(branch, customer, request));
    }
  }

  /** An agent opens a ticket for the caller on the line. */
  Ticket openByPhone(Call call) {
    Ticket ticket = newTicket(call.branch, call.customer, call.request);
    world.pen.write(
        ticket,
        CREATED,
        AGENT,
        event -> {
          putIntake(event, ticket);
          event.setContactId(call.id);
        });
    watch(ticket);
    if (call.request.service() == ServiceType.COMPLAINT) {
      complainSoon(ticket);
    }
    return planTwin(ticket);
  }

  private Ticket planTwin(Ticket ticket) {
    if (dice.chance(TWIN_SHARE)) {
      world.agenda.after(dice.between(World.MINUTE, World.HOUR), () -> arriveAgain(ticket));
    }
    return ticket;
  }

  /** The same customer writes about the same matter once more; the desk will merge the two. */
  private void arriveAgain(Ticket first) {
    Catalogue.Request said = first.request;
    Catalogue.Request again =
        new Catalogue.Request(
            Channel.EMAIL, said.service(), said.productLine(), said.category(), said.priority());
    Ticket twin = open(first.origin, first.customer, again);
    twin.twinOf = first;
    greet(twin);
  }

  private Ticket open(Branch branch, Customer customer, Catalogue.Request request) {
    Ticket ticket = newTicket(branch, customer, request);
    world.pen.write(ticket, CREATED, CUSTOMER, event -> putIntake(event, ticket));
    watch(ticket);
    return ticket;
  }

  private Ticket newTicket(Branch branch, Customer customer, Catalogue.Request request) {
    boolean contract = customer.hasContract();
    String id = (contract ? "CD-" : "SD-") + (1_000_000 + opened++);
    return new Ticket(id, contract, branch, customer, request, world.agenda.now());
  }

  private void watch(Ticket ticket) {
    script.complaints.watch(ticket);
    if (dice.chance(CANCEL_SHARE)) {
      long patience = dice.aboutMillis(ticket.targetMillis() / 4, 1.0);
      world.later(ticket, patience, () -> script.closing.cancel(ticket));
    }
  }

  private void putIntake(TicketEvent event, Ticket ticket) {
    double forgotten = ticket.live() ? 0.05 : 0.20;
    if (dice.chance(forgotten)) {
      event.setMissingFields(MISSING.draw(dice));
    }
    if (ticket.contract) {
      double grace = ticket.customer.tier().equals("gold") ? 1 : 1.5;
      event.setDueAt(
          Instant.ofEpochMilli(ticket.createdMillis + (long) (ticket.targetMillis() * grace)));
    }
  }

  private void greet(Ticket ticket) {
    if (ticket.request.service() == ServiceType.COMPLAINT) {
      complainSoon(ticket);
    }
    if (ticket.live()) {
      script.liveContact.open(ticket);
    } else {
      acknowledge(ticket);
    }
  }

  private void complainSoon(Ticket ticket) {
    long said = dice.between(World.SECOND, World.MINUTE);
    world.later(ticket, said, () -> script.complaints.file(ticket));
  }

  private void acknowledge(Ticket ticket) {
    if (dice.chance(0.75)) {
      world.later(
          ticket,
          dice.between(World.SECOND, 15 * World.SECOND),
          () -> world.pen.write(ticket, AUTO_REPLY, BOT));
    }
    boolean byBot = dice.chance(0.6);
    long reading =
        byBot
            ? dice.between(2 * World.SECOND, World.MINUTE)
            : dice.aboutMillis(3 * World.MINUTE, 0.6);
    world.later(ticket, reading, () -> classify(ticket, byBot));
  }

  private void classify(Ticket ticket, boolean byBot) {
    if (!byBot && !ticket.branch.attended()) {
      return;
    }
    ticket.status = TicketStatus.OPEN;
    world.pen.write(ticket, CLASSIFIED, byBot ? BOT : AGENT);
    script.casework.firstTouch(ticket);
  }
}
