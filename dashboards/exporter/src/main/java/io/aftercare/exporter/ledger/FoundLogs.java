package io.aftercare.exporter.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a ticket in memory, else on the topics, and remembers what came of it there: the last
 * {@value #MOST} answers for a minute, "not there" and "not found in time" included, so that a page
 * that asks every few seconds has the topics searched once a minute. What is held in memory since
 * goes with every answer: nothing that is new waits for the minute to pass. What was refused for
 * another reason is asked again. Thread-safe.
 */
public final class FoundLogs implements TicketSearch {
  static final int MOST = 100;
  static final Duration FOR = Duration.ofSeconds(60);

  private final TicketLogs held;
  private final TicketSearch topics;
  private final Clock clock;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  /**
   * @param notFound that nothing was found in time; null if all was searched, or something found
   */
  private record Answer(TicketLog log, @Nullable Unavailable notFound, Instant until) {}

  /**
   * A search.
   *
   * @param held what is held in memory
   * @param topics where to look for what is not
   */
  public FoundLogs(TicketLogs held, TicketSearch topics, Clock clock) {
    this.held = held;
    this.topics = topics;
    this.clock = clock;
  }

  @Override
  public TicketLog find(String ticketId) throws Unavailable {
    TicketLog log = held.of(ticketId);
    if (log.complete()) {
      return log;
    }
    Answer known = recall(ticketId);
    if (known != null) {
      return merge(ticketId, known);
    }
    try {
      return merge(ticketId, search(ticketId));
    } catch (Unavailable e) {
      return heldOr(ticketId, e);
    }
  }

  private Answer search(String ticketId) throws Unavailable {
    try {
      return remember(ticketId, topics.find(ticketId), null);
    } catch (Unavailable e) {
      if (e.why() == Why.CUT_SHORT) {
        return remember(ticketId, TicketLog.NOTHING_SEEN, e);
      }
      throw e;
    }
  }

  private TicketLog merge(String ticketId, Answer answer) throws Unavailable {
    Unavailable notFound = answer.notFound();
    return notFound == null ? held.of(ticketId).orMore(answer.log()) : heldOr(ticketId, notFound);
  }

  private TicketLog heldOr(String ticketId, Unavailable refusal) throws Unavailable {
    TicketLog log = held.of(ticketId);
    if (log.isEmpty()) {
      throw refusal;
    }
    return log;
  }

  private synchronized @Nullable Answer recall(String ticketId) {
    Answer answer = answers.get(ticketId);
    return answer != null && clock.instant().isBefore(answer.until()) ? answer : null;
  }

  private synchronized Answer remember(
      String ticketId, TicketLog log, @Nullable Unavailable notFound) {
    Answer answer = new Answer(log, notFound, clock.instant().plus(FOR));
    answers.remove(ticketId);
    answers.put(ticketId, answer);
    Iterator<Answer> oldest = answers.values().iterator();
    while (answers.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
    return answer;
  }
}
