package io.aftercare.domain.ticket;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.ServiceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as far as the other repairs of its device are concerned. What device it is about, and
 * that it is a repair, is what is known of it now: both are often found out after its creation.
 *
 * @param asset hash of the device
 * @param region who owned it at its creation
 * @param createdAt ms since 1970; {@link Clock#NEVER}: it is no repair of that device, after all
 * @param resolvedAt all its resolutions, ms since 1970
 */
public record Repair(
    long asset, String ticketId, String region, long createdAt, List<Long> resolvedAt) {

  /** Keeps what it was given. */
  public Repair {
    resolvedAt = List.copyOf(resolvedAt);
  }

  /** That of a ticket; null if it is none, or nobody served it, or its device is not known. */
  public static @Nullable Repair of(Ticket ticket) {
    long asset = ticket.quality().asset();
    return asset == 0
            || ticket.facts().serviceType() != ServiceType.REPAIR
            || ticket.phase() == Phase.VOID
        ? null
        : new Repair(
            asset,
            ticket.ticketId(),
            ticket.milestones().stream()
                .filter(step -> step.kind() == MilestoneKind.CREATED)
                .map(step -> step.facts().regionLabel())
                .findFirst()
                .orElse(ticket.facts().regionLabel()),
            ticket.createdAt(),
            ticket.milestones().stream()
                .filter(step -> step.kind() == MilestoneKind.RESOLVED)
                .map(Milestone::at)
                .toList());
  }

  /** Takes it back. */
  public Repair withdrawn() {
    return new Repair(asset, ticketId, region, Clock.NEVER, List.of());
  }

  /** Whether it is one. */
  public boolean stands() {
    return createdAt != Clock.NEVER;
  }
}
