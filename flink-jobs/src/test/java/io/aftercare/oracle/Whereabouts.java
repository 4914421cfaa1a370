package io.aftercare.oracle;

import static io.aftercare.domain.sla.Facts.NOT_DUE;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Piece;
import io.aftercare.domain.ticket.Stage;
import io.aftercare.domain.ticket.Stay;
import io.aftercare.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket was at every instant, read from its events as it lived them. Each moment is judged
 * by looking back at all that happened, not by what was true a moment before.
 *
 * @param since when it came to where it is, ms
 */
record Whereabouts(List<Piece> pieces, List<Stay> stays, long createdAt, long since, Stage stage) {
  /** Who holds a ticket, and in what state. */
  private record Place(
      @Nullable String region, @Nullable String queue, Stage stage, TicketStatus status) {}

  static Whereabouts of(Collection<TicketEvent> events) {
    List<Told.Step> lived =
        Told.of(events).stream().filter(s -> s.about() == Told.About.EVENT).toList();
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < lived.size(); i++) {
      Facts facts = lived.get(i).after();
      Stage stage = new LookBack(lived.subList(0, i + 1)).stage();
      places.add(new Place(facts.region(), facts.queue(), stage, facts.status()));
    }
    List<Piece> pieces = new ArrayList<>();
    long since =
        cut(
            lived,
            places,
            place -> place,
            (p, from, until) ->
                pieces.add(new Piece(p.region(), p.queue(), p.stage(), p.status(), from, until)));
    List<Stay> stays = new ArrayList<>();
    cut(
        lived,
        places,
        Place::stage,
        (p, from, until) -> stays.add(new Stay(p.region(), p.stage(), from, until)));
    return new Whereabouts(
        pieces, stays, lived.get(0).at(), since, places.get(places.size() - 1).stage());
  }

  private interface Part {
    void is(Place lastIn, long from, long until);
  }

  /** Cuts time wherever something changed; returns since when nothing has. */
  private static long cut(
      List<Told.Step> lived, List<Place> places, Function<Place, Object> what, Part part) {
    long since = lived.get(0).at();
    for (int i = 1; i < lived.size(); i++) {
      long at = lived.get(i).at();
      if (!what.apply(places.get(i)).equals(what.apply(places.get(i - 1)))) {
        if (at > since) {
          part.is(places.get(i - 1), since, at);
        }
        since = at;
      }
    }
    return since;
  }

  /** All that happened until a moment. */
  private record LookBack(List<Told.Step> lived) {
    Stage stage() {
      String state = "open";
      int begun = 0;
      for (int i = 0; i < lived.size(); i++) {
        String then = state(state, lived.get(i).event().type());
        if (!state.equals("open") && then.equals("open")) {
          begun = i;
        }
        state = then;
      }
      return switch (state) {
        case "resolved" -> Stage.FOLLOW_UP;
        case "over" -> Stage.CLOSED;
        case "void" -> Stage.CLOSED;
        default -> open(begun);
      };
    }

    private static String state(String state, EventType type) {
      return switch (type) {
        case RESOLVED -> state.equals("open") ? "resolved" : state;
        case CLOSED -> state.equals("void") ? "void" : "over";
        case CANCELLED, MARKED_SPAM, MERGED -> "void";
        case REOPENED -> "open";
        default -> state;
      };
    }

    private Stage open(int begun) {
      return switch (lived.get(lived.size() - 1).after().status()) {
        case WAITING_CUSTOMER -> Stage.WAITING_CUSTOMER;
        case WAITING_PARTS -> Stage.WAITING_PARTS;
        case WAITING_THIRD_PARTY -> Stage.WAITING_THIRD_PARTY;
        default -> {
          Stage worked = worked(begun, lived.size() - 1);
          yield worked != null ? worked : desk(begun);
        }
      };
    }

    /** What the last sign of work says; null: there is none, it lies on a desk. */
    private @Nullable Stage worked(int begun, int until) {
      if (until < begun) {
        return null;
      }
      Stage sign = sign(lived.get(until), until == begun);
      Stage earlier = worked(begun, until - 1);
      boolean off =
          switch (lived.get(until).event().type()) {
            case APPOINTMENT_CANCELLED, APPOINTMENT_SET -> true;
            default -> false;
          };
      return sign != null ? sign : off && earlier == Stage.SCHEDULE ? null : earlier;
    }

    private static @Nullable Stage sign(Told.Step step, boolean first) {
      EventType type = step.event().type();
      if (type == EventType.WORK_COMPLETED || type == EventType.ACCEPTANCE_PASSED) {
        return Stage.ACCEPTANCE;
      }
      if (type == EventType.ENGINEER_ARRIVED || type == EventType.ACCEPTANCE_FAILED) {
        return Stage.WORK;
      }
      if (type == EventType.APPOINTMENT_SET && step.after().appointmentEnd() != NOT_DUE) {
        return Stage.SCHEDULE;
      }
      TicketStatus status = step.after().status();
      if (first || status != step.before().status()) {
        return status == TicketStatus.IN_PROGRESS
            ? Stage.WORK
            : status == TicketStatus.SCHEDULED ? Stage.SCHEDULE : null;
      }
      return null;
    }

    private Stage desk(int begun) {
      boolean classified = happened(EventType.CLASSIFIED);
      boolean assigned = happened(EventType.ASSIGNED);
      if (classified && assigned) {
        return Stage.DISPATCH;
      }
      boolean seen = begun > 0 || lived.stream().anyMatch(s -> byUs(s.event()));
      for (int i = begun; i < lived.size(); i++) {
        seen |= sign(lived.get(i), i == begun) != null;
      }
      return classified || assigned || seen ? Stage.TRIAGE : Stage.INTAKE;
    }

    private boolean happened(EventType type) {
      return lived.stream().anyMatch(s -> s.event().type() == type);
    }

    private static boolean byUs(TicketEvent event) {
      boolean person = event.actor() == ActorType.AGENT || event.actor() == ActorType.ENGINEER;
      boolean reply =
          event.type() == EventType.AGENT_REPLY
              && event.visible()
              && event.actor() == ActorType.UNKNOWN;
      return !Told.ours(event) && (person || reply);
    }
  }
}
