package io.aftercare.exporter.ledger;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The logs of the tickets that something was said of last: at most {@value #MOST_TICKETS} tickets,
 * and {@value #MOST_BYTES} bytes of records; the ticket that was silent longest goes first. What is
 * not here can be looked up on the topics. Thread-safe.
 */
public final class TicketLogs {
  static final int MOST_TICKETS = 20_000;
  static final long MOST_BYTES = 64L << 20;

  private final int mostTickets;
  private final long mostBytes;
  private final Map<String, Held> tickets = new LinkedHashMap<>();
  private long bytes;

  private static final class Held {
    private final RevisionLog verdicts = new RevisionLog();
    private final RevisionLog milestones = new RevisionLog();
  }

  public TicketLogs() {
    this(MOST_TICKETS, MOST_BYTES);
  }

  TicketLogs(int mostTickets, long mostBytes) {
    this.mostTickets = mostTickets;
    this.mostBytes = mostBytes;
  }

  /** For one ticket, whatever is said of it. */
  public static TicketLogs ofOneTicket() {
    return new TicketLogs(1, Long.MAX_VALUE);
  }

  /** Takes a record of the verdicts topic. */
  public synchronized void takeVerdict(String ticketId, SaidRecord said) {
    bytes += held(ticketId).verdicts.take(said);
    makeRoom();
  }

  /** Takes a record of the milestones topic. */
  public synchronized void takeMilestone(String ticketId, SaidRecord said) {
    bytes += held(ticketId).milestones.take(said);
    makeRoom();
  }

  /** What is held of a ticket; complete if both logs are here from their first record on. */
  public synchronized TicketLog of(String ticketId) {
    Held log = tickets.get(ticketId);
    if (log == null) {
      return TicketLog.NOTHING_SEEN;
    }
    List<SaidRecord> verdicts = log.verdicts.records();
    List<SaidRecord> milestones = log.milestones.records();
    boolean whole = RevisionLog.isWhole(verdicts) && RevisionLog.isWhole(milestones);
    return new TicketLog(verdicts, milestones, whole);
  }

  private Held held(String ticketId) {
    Held log = tickets.remove(ticketId);
    Held last = log == null ? new Held() : log;
    tickets.put(ticketId, last);
    return last;
  }

  private void makeRoom() {
    Iterator<Held> silent = tickets.values().iterator();
    while (tickets.size() > 1 && (tickets.size() > mostTickets || bytes > mostBytes)) {
      Held longest = silent.next();
      bytes -= longest.verdicts.bytes() + longest.milestones.bytes();
      silent.remove();
    }
  }
}
