package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import java.util.List;
import java.util.Objects;

/**
 * Counts what is done to a ticket that moves a clock, and how much of it is done just before a
 * deadline: the same behaviour far from deadlines is what to compare it with.
 */
final class Actions {
  /** The last share of a clock's time in which an action is conspicuous, %. */
  private static final int NEAR_PERCENT = 5;

  /** Writing an event down takes a while; what takes longer is back-dated. ms. */
  private static final long WRITING_MILLIS = 60_000;

  private final List<Tally> tallies;

  Actions(List<Tally> tallies) {
    this.tallies = tallies;
  }

  List<Tally> all() {
    return tallies;
  }

  /** Counts what an event does, before it takes effect on the clocks. */
  void of(TicketEvent event, long at, Facts before, Facts after, Course course) {
    String region = before.regionLabel();
    if (course.phase() == Phase.OPEN) {
      onOpenTicket(event, at, before, after, course);
    }
    if (course.awaitsFirstResponse()) {
      noResponse(event, region);
    }
    if (event.recordedAt() != Clock.NEVER && event.recordedAt() - at > WRITING_MILLIS) {
      count(ActionKind.BACK_DATED, region, course.clocks().deadlineWithin(at, event.recordedAt()));
    }
  }

  private void onOpenTicket(TicketEvent event, long at, Facts before, Facts after, Course course) {
    String region = before.regionLabel();
    boolean near = course.clocks().nearDeadline(at, NEAR_PERCENT);
    if (before.status() != after.status() && course.clocks().pausedBy(after)) {
      count(ActionKind.PAUSED, region, near);
    }
    if (downgraded(before.priority(), after.priority())) {
      count(ActionKind.DOWNGRADED, region, near);
    }
    boolean owned = before.region() != null || before.queue() != null;
    boolean handedOn =
        owned
            && (!Objects.equals(before.region(), after.region())
                || !Objects.equals(before.queue(), after.queue()));
    if (handedOn || (event.type() == EventType.ASSIGNED && course.assigned())) {
      count(ActionKind.REASSIGNED, region, near);
    }
    if (event.type() == EventType.RESOLVED || event.type() == EventType.CLOSED) {
      count(ActionKind.CLOSED, region, near);
    }
  }

  private static boolean downgraded(Priority before, Priority after) {
    return before != Priority.UNKNOWN && after.compareTo(before) > 0;
  }

  private void noResponse(TicketEvent event, String region) {
    if (event.botReply()) {
      count(ActionKind.AUTO_REPLY, region, false);
    } else if (event.type() == EventType.READ) {
      count(ActionKind.READ, region, false);
    } else if (event.type() == EventType.INTERNAL_NOTE
        || (event.type() == EventType.AGENT_REPLY && !event.visible())) {
      count(ActionKind.INTERNAL_NOTE, region, false);
    }
  }

  void count(ActionKind kind, String region, boolean anomaly) {
    Tally first = new Tally(kind, region, 0, 0);
    for (int i = 0; i < tallies.size(); i++) {
      if (tallies.get(i).sameAs(first)) {
        tallies.set(i, tallies.get(i).plus(anomaly));
        return;
      }
    }
    tallies.add(first.plus(anomaly));
  }
}
