package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * The quality of a ticket's service while events are applied, and what is found meanwhile. What is
 * found when stands at {@link FindingKind}.
 */
final class QualityPen {
  private final Outcome outcome;
  private final Visit visit;
  private final Survey survey;
  private long asset;
  private final List<Finding> found = new ArrayList<>();

  /** A ticket that begins. */
  QualityPen() {
    this(Quality.NONE);
  }

  /** A ticket that goes on. */
  QualityPen(Ticket saved) {
    this(saved.quality());
  }

  private QualityPen(Quality known) {
    outcome = new Outcome(known);
    visit = new Visit(known.appointmentEnd());
    survey = new Survey(known.surveyDueAt());
    asset = known.asset();
  }

  /** The first event opened the ticket. */
  void begin(TicketEvent first, long at, Course course) {
    outcome.begin(course);
    if (first.type() != EventType.CREATED) {
      follow(first, at, course.facts(), Phase.OPEN, course);
      return;
    }
    learn(first.details());
    if (first.details().missingFields() >= 0) {
      finds(course).find(FindingKind.ofIntake(first.details().missingFields()), at);
    }
  }

  /**
   * An event took effect.
   *
   * @param before the facts until then
   * @param phase the phase until then
   */
  void follow(TicketEvent event, long at, Facts before, Phase phase, Course course) {
    learn(event.details());
    outcome.handedOn(before, course.facts());
    if (course.phase() == Phase.VOID) {
      outcome.drop();
      visit.drop();
      survey.drop();
      return;
    }
    Finds finds = finds(course);
    visit.follow(event, at, phase, course, finds);
    survey.follow(event, at, finds);
    outcome.follow(event, at, phase, course, finds);
  }

  private void learn(Details said) {
    if (said.asset() != 0) {
      asset = said.asset();
    }
  }

  /** Settles what is due before {@code at}. */
  void advance(long at, Course course) {
    outcome.advance(at, finds(course));
    survey.advance(at, finds(course));
  }

  /** When something is settled if nothing happens, {@link Clock#NEVER} if nothing is. */
  long nextInstant() {
    return Math.min(outcome.dueAt(), survey.dueAt());
  }

  Quality known() {
    return outcome.known(survey.dueAt(), visit.standsUntil(), asset);
  }

  List<Finding> found() {
    return found;
  }

  /** Takes what is found of the ticket as it is. */
  private Finds finds(Course course) {
    return (kind, at, score) -> found.add(new Finding(kind, at, course.facts().region(), score));
  }

  /** Where findings go. */
  interface Finds {
    /** With the score of a survey's answer. */
    void find(FindingKind kind, long at, int score);

    default void find(FindingKind kind, long at) {
      find(kind, at, 0);
    }
  }

  /** When what began at {@code since} settles. */
  static long settles(long since) {
    long days = 7L * 24 * 60 * 60 * 1000;
    return since < Clock.NEVER - days ? since + days : Clock.NEVER;
  }
}
