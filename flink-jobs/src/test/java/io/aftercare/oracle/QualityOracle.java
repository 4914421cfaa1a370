package io.aftercare.oracle;

import static io.aftercare.domain.ticket.EventType.ACCEPTANCE_FAILED;
import static io.aftercare.domain.ticket.EventType.ACCEPTANCE_PASSED;
import static io.aftercare.domain.ticket.EventType.APPOINTMENT_CANCELLED;
import static io.aftercare.domain.ticket.EventType.APPOINTMENT_SET;
import static io.aftercare.domain.ticket.EventType.CANCELLED;
import static io.aftercare.domain.ticket.EventType.CLOSED;
import static io.aftercare.domain.ticket.EventType.COMPLAINT_FILED;
import static io.aftercare.domain.ticket.EventType.CREATED;
import static io.aftercare.domain.ticket.EventType.CUSTOMER_MESSAGE;
import static io.aftercare.domain.ticket.EventType.ENGINEER_ARRIVED;
import static io.aftercare.domain.ticket.EventType.FOLLOW_UP_COMPLETED;
import static io.aftercare.domain.ticket.EventType.MARKED_SPAM;
import static io.aftercare.domain.ticket.EventType.MERGED;
import static io.aftercare.domain.ticket.EventType.REOPENED;
import static io.aftercare.domain.ticket.EventType.RESOLVED;
import static io.aftercare.domain.ticket.EventType.SURVEY_COMPLETED;
import static io.aftercare.domain.ticket.EventType.SURVEY_SENT;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Finding;
import io.aftercare.domain.ticket.FindingKind;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be found of the quality of a ticket's service, by searching the list of what
 * happened to it for each finding apart. Nothing is carried from one event to the next.
 */
final class QualityOracle {
  private static final long WEEK = 7 * World.DAY;
  private static final int NONE = -1;

  private final List<Told.Step> steps;
  private final int opening;
  private final long now;
  private final List<Finding> found = new ArrayList<>();

  private QualityOracle(List<Told.Step> steps, long now) {
    this.steps = steps;
    this.now = now;
    int first = 0;
    while (steps.get(first).about() != Told.About.EVENT) {
      first++;
    }
    opening = first;
  }

  /** All findings when everything up to and at {@code now} has happened. */
  static List<Finding> findings(Collection<TicketEvent> events, long now) {
    QualityOracle oracle = new QualityOracle(Told.of(events), now);
    oracle.intake();
    oracle.firstContact();
    oracle.loops();
    oracle.acceptance();
    oracle.appointments();
    oracle.surveys();
    oracle.answers();
    return oracle.found;
  }

  // ---- what is found

  private void intake() {
    TicketEvent first = steps.get(opening).event();
    int missing = first.details().missingFields();
    if (first.type() == CREATED && missing >= 0) {
      find(missing > 0 ? FindingKind.INTAKE_INCOMPLETE : FindingKind.INTAKE_COMPLETE, opening, 0);
    }
  }

  private void firstContact() {
    int resolution = first(opening, this::resolves);
    if (resolution == NONE) {
      return;
    }
    find(
        switch (steps.get(resolution).after().resolutionMode()) {
          case REMOTE, PHONE_GUIDANCE -> FindingKind.RESOLVED_REMOTELY;
          case ON_SITE, WORKSHOP, REPLACEMENT -> FindingKind.RESOLVED_NOT_REMOTELY;
          default -> FindingKind.RESOLVED_SOMEHOW;
        },
        resolution,
        0);
    if (any(opening, resolution, i -> handsOn(i) || reopens(i) || isSecondContact(i))) {
      find(FindingKind.FIRST_CONTACT_FAILED, resolution, 0);
      return;
    }
    find(FindingKind.FIRST_CONTACT_PROVISIONAL, resolution, 0);
    int end = within(resolution, i -> isVoid(i) || reopens(i) || customerComes(i));
    if (end == NONE) {
      settled(FindingKind.FIRST_CONTACT_CONFIRMED, resolution);
    } else if (!isVoid(end)) {
      find(FindingKind.FIRST_CONTACT_FAILED, end, 0);
    }
  }

  private void loops() {
    for (int i = opening; i < steps.size(); i++) {
      if (resolves(i)) {
        int end = within(i, j -> isVoid(j) || reopens(j));
        if (end == NONE) {
          settled(confirmed(i) ? FindingKind.LOOP_CLOSED : FindingKind.LOOP_OPEN, i);
        } else if (!isVoid(end)) {
          find(FindingKind.LOOP_OPEN, end, 0);
        }
      }
    }
  }

  /** Whether somebody said yes in this cycle, and nobody refused the work afterwards. */
  private boolean confirmed(int resolution) {
    int cycle = Math.max(opening, last(resolution, this::reopens));
    for (int i = steps.size() - 1; i >= cycle; i--) {
      if (at(i) > at(resolution) + WEEK) {
        continue;
      }
      if (is(i, ACCEPTANCE_FAILED)) {
        return false;
      }
      boolean asked =
          is(i, SURVEY_COMPLETED)
              || (is(i, FOLLOW_UP_COMPLETED)
                  && steps.get(i).event().followUp() == FollowUpOutcome.REACHED);
      if (is(i, ACCEPTANCE_PASSED) || (asked && i > resolution)) {
        return true;
      }
    }
    return false;
  }

  private void acceptance() {
    int first = first(opening, i -> !isVoid(i) && is(i, ACCEPTANCE_PASSED, ACCEPTANCE_FAILED));
    if (first != NONE) {
      find(
          is(first, ACCEPTANCE_PASSED) ? FindingKind.REPAIR_PASSED : FindingKind.REPAIR_FAILED,
          first,
          0);
    }
  }

  private void appointments() {
    for (int i = opening; i < steps.size(); i++) {
      long end = steps.get(i).after().appointmentEnd();
      int before = last(i - 1, this::concernsVisit);
      boolean again = before != NONE && sets(before) && end == window(before);
      if (sets(i) && end != Facts.NOT_DUE && !again) {
        int over = first(i + 1, j -> concernsVisit(j) && !(sets(j) && window(j) == end));
        if (over != NONE && !isVoid(over)) {
          find(visit(over, end < at(over)), over, 0);
        }
      }
    }
  }

  private FindingKind visit(int over, boolean tooLate) {
    if (is(over, ENGINEER_ARRIVED)) {
      return tooLate ? FindingKind.APPOINTMENT_LATE : FindingKind.APPOINTMENT_ON_TIME;
    }
    if (tooLate) {
      return FindingKind.APPOINTMENT_MISSED;
    }
    return sets(over) && window(over) != Facts.NOT_DUE
        ? FindingKind.APPOINTMENT_RESCHEDULED
        : FindingKind.APPOINTMENT_CANCELLED;
  }

  private boolean concernsVisit(int i) {
    return isVoid(i)
        || resolves(i)
        || (isOpen(i) && is(i, APPOINTMENT_SET, APPOINTMENT_CANCELLED, ENGINEER_ARRIVED));
  }

  private boolean sets(int i) {
    return isOpen(i) && is(i, APPOINTMENT_SET);
  }

  private long window(int i) {
    return steps.get(i).after().appointmentEnd();
  }

  private void surveys() {
    int awaited = NONE;
    for (int i = opening; i < steps.size(); i++) {
      if (is(i, SURVEY_SENT) && !isVoid(i)) {
        int end = awaited == NONE ? NONE : within(awaited, this::endsSurvey);
        boolean over = awaited == NONE || (end != NONE && end < i) || at(i) > at(awaited) + WEEK;
        if (over) {
          awaited = i;
          settleSurvey(i);
        }
      }
    }
  }

  private boolean endsSurvey(int i) {
    return isVoid(i) || is(i, SURVEY_COMPLETED);
  }

  private void settleSurvey(int sent) {
    int end = within(sent, this::endsSurvey);
    if (end == NONE) {
      settled(FindingKind.SURVEY_UNANSWERED, sent);
    } else if (!isVoid(end)) {
      find(FindingKind.SURVEY_ANSWERED, end, 0);
    }
  }

  private void answers() {
    for (int i = opening; i < steps.size(); i++) {
      int score = steps.get(i).event().details().score();
      if (is(i, SURVEY_COMPLETED) && !isVoid(i) && score >= 0) {
        double of100 = score / 100.0;
        find(
            of100 >= 90
                ? FindingKind.VERY_SATISFIED
                : of100 >= 80
                    ? FindingKind.SATISFIED
                    : of100 >= 60 ? FindingKind.NEUTRAL : FindingKind.DISSATISFIED,
            i,
            score);
        double of10 = score / 1000.0;
        if (steps.get(i).event().details().tenPoint()) {
          find(
              of10 >= 9
                  ? FindingKind.PROMOTER
                  : of10 >= 7 ? FindingKind.PASSIVE : FindingKind.DETRACTOR,
              i,
              0);
        }
      }
    }
  }

  // ---- what happened

  private boolean is(int i, EventType... types) {
    Told.Step step = steps.get(i);
    return step.about() == Told.About.EVENT && Arrays.asList(types).contains(step.event().type());
  }

  private boolean isVoid(int i) {
    int decisive = last(i, j -> is(j, REOPENED, CANCELLED, MARKED_SPAM, MERGED));
    return decisive != NONE && !is(decisive, REOPENED);
  }

  private boolean isOpen(int i) {
    if (isVoid(i)) {
      return false;
    }
    int reopened = Math.max(opening, last(i, j -> is(j, REOPENED)));
    return !any(reopened, i, j -> is(j, RESOLVED, CLOSED));
  }

  private boolean wasOpen(int i) {
    return i == opening || isOpen(i - 1);
  }

  private boolean resolves(int i) {
    return wasOpen(i) && !isOpen(i) && !isVoid(i);
  }

  private boolean reopens(int i) {
    return !wasOpen(i) && isOpen(i);
  }

  private boolean handsOn(int i) {
    Facts before = steps.get(i).before();
    Facts after = steps.get(i).after();
    return wasOpen(i)
        && (moves(before.region(), after.region()) || moves(before.queue(), after.queue()));
  }

  private static boolean moves(@Nullable String from, @Nullable String to) {
    return from != null && !Objects.equals(from, to);
  }

  private boolean customerComes(int i) {
    Told.Step step = steps.get(i);
    return switch (step.about()) {
      case EVENT -> is(i, COMPLAINT_FILED) || (is(i, CUSTOMER_MESSAGE) && step.event().visible());
      case RANG -> true;
      case ANSWERED -> !callsForIt(step.event());
      case ENTERED, ENTERED_AND_ANSWERED -> false;
    };
  }

  /** Whether it is the call that the ticket was opened for: the only one that has an entry. */
  private boolean callsForIt(TicketEvent call) {
    return steps.stream()
        .anyMatch(
            step ->
                (step.about() == Told.About.ENTERED
                        || step.about() == Told.About.ENTERED_AND_ANSWERED)
                    && step.event().equals(call));
  }

  private boolean isSecondContact(int i) {
    return customerComes(i)
        && !isVoid(i)
        && any(0, i - 1, j -> answers(j) && (j < opening || !isVoid(j)));
  }

  private boolean answers(int i) {
    Told.Step step = steps.get(i);
    ActorType by = step.event().actor();
    return switch (step.about()) {
      case ANSWERED, ENTERED_AND_ANSWERED -> true;
      case EVENT ->
          is(i, EventType.AGENT_REPLY)
              && step.event().visible()
              && by != ActorType.BOT
              && by != ActorType.SYSTEM
              && by != ActorType.CUSTOMER;
      case ENTERED, RANG -> false;
    };
  }

  // ---- searching

  private long at(int i) {
    return steps.get(i).at();
  }

  private int first(int from, IntPredicate what) {
    for (int i = from; i < steps.size(); i++) {
      if (what.test(i)) {
        return i;
      }
    }
    return NONE;
  }

  /** The first after {@code since}, in the week that begins with it. */
  private int within(int since, IntPredicate what) {
    int first = first(since + 1, what);
    return first == NONE || at(first) > at(since) + WEEK ? NONE : first;
  }

  private int last(int upTo, IntPredicate what) {
    for (int i = upTo; i >= opening; i--) {
      if (what.test(i)) {
        return i;
      }
    }
    return NONE;
  }

  private boolean any(int from, int to, IntPredicate what) {
    int first = first(from, what);
    return first != NONE && first <= to;
  }

  private void find(FindingKind kind, int i, int score) {
    found.add(new Finding(kind, at(i), steps.get(i).after().region(), score));
  }

  /** A week after a step, if it is over. */
  private void settled(FindingKind kind, int since) {
    long due = at(since) + WEEK;
    if (due <= now) {
      int held = last(steps.size() - 1, i -> at(i) <= due);
      found.add(new Finding(kind, due, steps.get(held).after().region(), 0));
    }
  }
}
