package io.aftercare.io.avro;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From the contract's ticket event to the domain's. Strings that name places are checked against
 * the known regions and the length limit; what does not fit becomes unknown and is reported.
 */
public final class TicketEvents implements Reading<io.aftercare.contract.TicketEvent, TicketEvent> {
  /** The contract's limit on region and queue names, characters. */
  public static final int LONGEST_NAME = 64;

  private static final Map<io.aftercare.contract.TicketEventType, EventType> TYPES =
      ContractNames.byName(io.aftercare.contract.TicketEventType.class, EventType.class);
  private static final Map<io.aftercare.contract.ActorType, ActorType> ACTORS =
      ContractNames.byName(io.aftercare.contract.ActorType.class, ActorType.class);
  private static final Map<io.aftercare.contract.Channel, Channel> CHANNELS =
      ContractNames.byName(io.aftercare.contract.Channel.class, Channel.class);
  private static final Map<io.aftercare.contract.ServiceType, ServiceType> SERVICES =
      ContractNames.byName(io.aftercare.contract.ServiceType.class, ServiceType.class);
  private static final Map<io.aftercare.contract.Priority, Priority> PRIORITIES =
      ContractNames.byName(io.aftercare.contract.Priority.class, Priority.class);
  private static final Map<io.aftercare.contract.TicketStatus, TicketStatus> STATUSES =
      ContractNames.byName(io.aftercare.contract.TicketStatus.class, TicketStatus.class);
  private static final Map<io.aftercare.contract.SlaClaim, SlaClaim> CLAIMS =
      ContractNames.byName(io.aftercare.contract.SlaClaim.class, SlaClaim.class);

  private static final Map<io.aftercare.contract.FollowUpOutcome, FollowUpOutcome> OUTCOMES =
      ContractNames.byName(io.aftercare.contract.FollowUpOutcome.class, FollowUpOutcome.class);
  private static final Map<io.aftercare.contract.ResolutionMode, ResolutionMode> MODES =
      ContractNames.byName(io.aftercare.contract.ResolutionMode.class, ResolutionMode.class);

  private final ContractNames names;

  /**
   * @param regions the known regions; empty: any is accepted
   */
  public TicketEvents(Set<String> regions) {
    this.names = new ContractNames(regions);
  }

  @Override
  public TicketEvent of(io.aftercare.contract.TicketEvent e, List<String> unknown) {
    return new TicketEvent(
        e.getEventId(),
        ContractNames.word(TYPES, e.getEventType()),
        e.getTicketId(),
        e.getTicketSeq() == null ? TicketEvent.UNSEQUENCED : e.getTicketSeq(),
        e.getOccurredAt().toEpochMilli(),
        e.getRecordedAt() == null ? Clock.NEVER : e.getRecordedAt().toEpochMilli(),
        ContractNames.word(ACTORS, e.getActorType()),
        e.getIsPublic(),
        stated(e, unknown),
        ContractNames.word(CLAIMS, e.getSourceSla()),
        ContractNames.word(OUTCOMES, e.getFollowUpOutcome()),
        Clock.NEVER,
        e.getRelatedTicketId(),
        e.getContactId(),
        e.getCorrectsEventId(),
        TicketDetails.of(e));
  }

  private Facts stated(io.aftercare.contract.TicketEvent e, List<String> unknown) {
    return new Facts(
        names.region(e.getRegion(), "region", unknown),
        names.region(e.getOriginRegion(), "origin_region", unknown),
        ContractNames.word(CHANNELS, e.getChannel()),
        ContractNames.word(SERVICES, e.getServiceType()),
        ContractNames.word(PRIORITIES, e.getPriority()),
        ContractNames.word(STATUSES, e.getStatus()),
        names.name(e.getQueue(), "queue", unknown),
        e.getCustomerTier(),
        e.getProductLine(),
        names.name(e.getCalendarId(), "calendar_id", unknown),
        ContractNames.word(MODES, e.getResolutionMode()),
        instant(e.getDueAt()),
        instant(e.getAppointmentEnd()));
  }

  private static long instant(@Nullable Instant stated) {
    return stated == null ? Facts.NOT_DUE : stated.toEpochMilli();
  }
}
