package io.aftercare.launcher.simulate;

import io.aftercare.contract.TicketStatus;
import java.util.List;

/** What all parts of the script share: time, chance, the pen and the branches. */
final class World {
  static final long SECOND = 1000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;

  final Agenda agenda;
  final Dice dice;
  final Dice callDice;
  final Dice careDice;
  final Pen pen;
  final CallPen callPen;
  final List<Branch> branches;
  final long seed;

  World(SimulatorSettings settings, Agenda agenda, Delivery delivery) {
    this.agenda = agenda;
    this.seed = settings.seed();
    this.dice = Dice.of(seed, "life");
    this.callDice = Dice.of(seed, "calls");
    this.careDice = Dice.of(seed, "care");
    this.pen = new Pen(agenda, delivery::send);
    this.callPen = new CallPen(agenda, delivery::send);
    this.branches =
        Region.ALL.stream()
            .map(region -> new Branch(region, settings, agenda, delivery::send))
            .toList();
  }

  /** Plans something for the ticket, which happens only if its turn has not passed by then. */
  void later(Ticket ticket, long delayMillis, Runnable happening) {
    int turn = ticket.turn;
    agenda.after(
        delayMillis,
        () -> {
          if (ticket.turn == turn) {
            happening.run();
          }
        });
  }

  /** Plans something for the call, which happens only if its turn has not passed by then. */
  void later(Call call, long delayMillis, Runnable happening) {
    int turn = call.turn;
    agenda.after(
        delayMillis,
        () -> {
          if (call.turn == turn) {
            happening.run();
          }
        });
  }

  /** Ends the ticket's turn: whatever was planned for it is void. */
  void nextTurn(Ticket ticket, TicketStatus status) {
    ticket.turn++;
    ticket.status = status;
  }
}
