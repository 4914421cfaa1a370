package io.aftercare.flow.wire;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.ResolutionMode;

/** Facts, as an event states them and as a ticket has them. */
final class FactsWire {
  private FactsWire() {}

  /** Writes facts; {@code near} is an instant that a promised one is near to, ms. */
  static void write(Facts f, long near, WireWriter out) {
    out.name(f.region());
    out.name(f.originRegion());
    out.constant(WireIds.CHANNELS, f.channel());
    out.constant(WireIds.SERVICES, f.serviceType());
    out.constant(WireIds.PRIORITIES, f.priority());
    out.constant(WireIds.STATUSES, f.status());
    out.name(f.queue());
    out.name(f.customerTier());
    out.name(f.productLine());
    out.name(f.calendar());
    out.constant(WireIds.MODES, f.resolutionMode());
    out.instant(f.dueAt(), near);
    out.instant(f.appointmentEnd(), near);
  }

  /** Facts as version 1 wrote them. */
  static Facts readVersion1(long near, WireReader in) {
    return new Facts(
        in.name(),
        in.name(),
        in.constant(WireIds.CHANNELS),
        in.constant(WireIds.SERVICES),
        in.constant(WireIds.PRIORITIES),
        in.constant(WireIds.STATUSES),
        in.name(),
        in.name(),
        in.name(),
        null,
        ResolutionMode.UNKNOWN,
        in.instant(near),
        Facts.NOT_DUE);
  }

  static Facts read(long near, WireReader in) {
    return new Facts(
        in.name(),
        in.name(),
        in.constant(WireIds.CHANNELS),
        in.constant(WireIds.SERVICES),
        in.constant(WireIds.PRIORITIES),
        in.constant(WireIds.STATUSES),
        in.name(),
        in.name(),
        in.name(),
        in.name(),
        in.constant(WireIds.MODES),
        in.instant(near),
        in.instant(near));
  }
}
