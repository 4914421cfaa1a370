package io.aftercare.oracle.call;

import io.aftercare.domain.call.Callback;
import io.aftercare.domain.call.Contact;
import io.aftercare.domain.call.Leg;
import io.aftercare.domain.call.Segment;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Warning;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact: all columns that anybody outside can see. Instants and spans are ms. */
public record Told(
    String contactId,
    Channel channel,
    @Nullable String ticketId,
    @Nullable String customerRef,
    long offeredAt,
    boolean orphan,
    long endedAt,
    List<Visit> visits,
    List<Part> parts,
    List<Recall> recalls,
    List<Due> clocks) {

  /** A wait in a queue; the outcome is the label of the measures. */
  public record Visit(
      int number,
      @Nullable String region,
      @Nullable String queue,
      long enteredAt,
      long exitedAt,
      String outcome,
      boolean timedOut,
      long threshold) {}

  /** What one agent did. */
  public record Part(
      int segment,
      @Nullable String region,
      @Nullable String queue,
      long answeredAt,
      long leftAt,
      long talk,
      long hold,
      long wrapUp,
      long settledAt,
      boolean transferred,
      boolean timedOut) {}

  /** A call that was promised. */
  public record Recall(
      int number,
      @Nullable String region,
      @Nullable String queue,
      long requestedAt,
      long startedAt,
      boolean givenUp) {}

  /** The clock of one, by promise. */
  public record Due(
      String sla,
      String slot,
      int cycle,
      String policy,
      int version,
      String calendar,
      long openedAt,
      long deadline,
      String verdict,
      long settledAt,
      String cause,
      long stoppedAt,
      @Nullable String region,
      List<Warning> warnings) {}

  static final Comparator<Due> BY_NAME =
      Comparator.comparing(Due::sla).thenComparing(Due::slot).thenComparingInt(Due::cycle);

  /** The engine's contact in these columns. */
  public static Told of(Contact contact) {
    return new Told(
        contact.contactId(),
        contact.channel(),
        contact.ticketId(),
        contact.customerRef(),
        contact.offeredAt(),
        contact.orphan(),
        contact.endedAt(),
        contact.segments().stream().map(Told::visit).toList(),
        contact.legs().stream().map(Told::part).toList(),
        contact.callbacks().stream().map(Told::recall).toList(),
        contact.clocks().stream().map(Told::due).sorted(BY_NAME).toList());
  }

  private static Visit visit(Segment s) {
    return new Visit(
        s.number(),
        s.region(),
        s.queue(),
        s.enteredAt(),
        s.exitedAt(),
        s.outcome().label(),
        s.timedOut(),
        s.terms().thresholdMillis());
  }

  private static Part part(Leg l) {
    return new Part(
        l.segment(),
        l.region(),
        l.queue(),
        l.answeredAt(),
        l.leftAt(),
        l.talkMillis(),
        l.holdMillis(),
        l.wrapUpMillis(),
        l.settledAt(),
        l.transferred(),
        l.timedOut());
  }

  private static Recall recall(Callback c) {
    return new Recall(
        c.number(), c.region(), c.queue(), c.requestedAt(), c.startedAt(), c.givenUp());
  }

  private static Due due(Clock c) {
    return new Due(
        c.sla(),
        c.slot(),
        c.cycle(),
        c.policy(),
        c.policyVersion(),
        c.calendar(),
        c.openedAt(),
        c.deadline(),
        c.verdict().label(),
        c.settledAt(),
        c.cause(),
        c.stoppedAt(),
        c.region(),
        c.warnings());
  }
}
