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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From the contract's ticket event to the domain's. Strings that name places are checked against
 * the known regions and the length limit; what does not fit becomes unknown and is reported.
 */
public final class TicketEvents {
  /** The contract's limit on region and queue names, characters. */
  public static final int LONGEST_NAME = 64;

  private static final Map<io.aftercare.contract.TicketEventType, EventType> TYPES =
      byName(io.aftercare.contract.TicketEventType.class, EventType.class);
  private static final Map<io.aftercare.contract.ActorType, ActorType> ACTORS =
      byName(io.aftercare.contract.ActorType.class, ActorType.class);
  private static final Map<io.aftercare.contract.Channel, Channel> CHANNELS =
      byName(io.aftercare.contract.Channel.class, Channel.class);
  private static final Map<io.aftercare.contract.ServiceType, ServiceType> SERVICES =
      byName(io.aftercare.contract.ServiceType.class, ServiceType.class);
  private static final Map<io.aftercare.contract.Priority, Priority> PRIORITIES =
      byName(io.aftercare.contract.Priority.class, Priority.class);
  private static final Map<io.aftercare.contract.TicketStatus, TicketStatus> STATUSES =
      byName(io.aftercare.contract.TicketStatus.class, TicketStatus.class);
  private static final Map<io.aftercare.contract.SlaClaim, SlaClaim> CLAIMS =
      byName(io.aftercare.contract.SlaClaim.class, SlaClaim.class);

  private static final Map<io.aftercare.contract.FollowUpOutcome, FollowUpOutcome> OUTCOMES =
      byName(io.aftercare.contract.FollowUpOutcome.class, FollowUpOutcome.class);
  private static final Map<io.aftercare.contract.ResolutionMode, ResolutionMode> MODES =
      byName(io.aftercare.contract.ResolutionMode.class, ResolutionMode.class);

  private static final int MOST_SHARED = 1 << 14;

  private final Set<String> regions;
  private final Map<String, String> shared = new HashMap<>();

  /**
   * @param regions the known regions; empty: any is accepted
   */
  public TicketEvents(Set<String> regions) {
    this.regions = Set.copyOf(regions);
  }

  /** The domain's event; names of fields that became unknown are added to {@code unknown}. */
  public TicketEvent of(io.aftercare.contract.TicketEvent e, List<String> unknown) {
    return new TicketEvent(
        e.getEventId(),
        word(TYPES, e.getEventType()),
        e.getTicketId(),
        e.getTicketSeq() == null ? TicketEvent.UNSEQUENCED : e.getTicketSeq(),
        e.getOccurredAt().toEpochMilli(),
        e.getRecordedAt() == null ? Clock.NEVER : e.getRecordedAt().toEpochMilli(),
        word(ACTORS, e.getActorType()),
        e.getIsPublic(),
        stated(e, unknown),
        word(CLAIMS, e.getSourceSla()),
        word(OUTCOMES, e.getFollowUpOutcome()),
        Clock.NEVER,
        e.getRelatedTicketId(),
        e.getContactId(),
        e.getCorrectsEventId());
  }

  private Facts stated(io.aftercare.contract.TicketEvent e, List<String> unknown) {
    return new Facts(
        region(e.getRegion(), "region", unknown),
        region(e.getOriginRegion(), "origin_region", unknown),
        word(CHANNELS, e.getChannel()),
        word(SERVICES, e.getServiceType()),
        word(PRIORITIES, e.getPriority()),
        word(STATUSES, e.getStatus()),
        name(e.getQueue(), "queue", unknown),
        e.getCustomerTier(),
        e.getProductLine(),
        name(e.getCalendarId(), "calendar_id", unknown),
        word(MODES, e.getResolutionMode()),
        instant(e.getDueAt()),
        instant(e.getAppointmentEnd()));
  }

  private static long instant(@Nullable Instant stated) {
    return stated == null ? Facts.NOT_DUE : stated.toEpochMilli();
  }

  private @Nullable String region(@Nullable String name, String field, List<String> unknown) {
    if (name == null || name.isBlank()) {
      return null;
    }
    if (name.length() > LONGEST_NAME || !(regions.isEmpty() || regions.contains(name))) {
      unknown.add(field);
      return Facts.UNKNOWN_REGION;
    }
    return shared(name);
  }

  /** Regions are few and come with every event: each is kept once. */
  private String shared(String name) {
    if (shared.size() >= MOST_SHARED) {
      shared.clear();
    }
    String first = shared.putIfAbsent(name, name);
    return first == null ? name : first;
  }

  private static @Nullable String name(@Nullable String name, String field, List<String> unknown) {
    if (name == null || name.isBlank()) {
      return null;
    }
    if (name.length() > LONGEST_NAME) {
      unknown.add(field);
      return null;
    }
    return name;
  }

  private static <C extends Enum<C>, D> D word(Map<C, D> words, C symbol) {
    D word = words.get(symbol);
    if (word == null) {
      throw new IllegalStateException("no word for " + symbol);
    }
    return word;
  }

  /** Every symbol of the contract has a word of the same name in the domain. */
  private static <C extends Enum<C>, D extends Enum<D>> Map<C, D> byName(
      Class<C> contract, Class<D> domain) {
    Map<C, D> words = new EnumMap<>(contract);
    for (C symbol : contract.getEnumConstants()) {
      words.put(symbol, Enum.valueOf(domain, symbol.name()));
    }
    return words;
  }
}
