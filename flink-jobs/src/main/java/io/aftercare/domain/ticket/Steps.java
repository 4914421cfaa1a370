package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Facts;
import java.util.List;

/** The steps of a ticket's life while an event is applied, in the order in which it took them. */
final class Steps {
  private final List<Milestone> all;

  Steps(List<Milestone> all) {
    this.all = all;
  }

  void mark(MilestoneKind kind, long at, long since, Facts then, SlaClaim claim) {
    all.add(new Milestone(kind, count(kind) + 1, at, at - since, then, claim));
  }

  int count(MilestoneKind kind) {
    int n = 0;
    for (Milestone milestone : all) {
      if (milestone.kind() == kind) {
        n++;
      }
    }
    return n;
  }

  List<Milestone> all() {
    return all;
  }
}
