package io.aftercare.io.avro;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.CallEventType;
import io.aftercare.domain.sla.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the contract's call event to the domain's. */
public final class CallEvents implements Reading<io.aftercare.contract.CallEvent, CallEvent> {
  private static final Map<io.aftercare.contract.CallEventType, CallEventType> TYPES =
      ContractNames.byName(io.aftercare.contract.CallEventType.class, CallEventType.class);

  private final ContractNames names;

  /**
   * @param regions the known regions; empty: any is accepted
   */
  public CallEvents(Set<String> regions) {
    this.names = new ContractNames(regions);
  }

  @Override
  public CallEvent of(io.aftercare.contract.CallEvent e, List<String> unknown) {
    return new CallEvent(
        e.getEventId(),
        ContractNames.word(TYPES, e.getEventType()),
        e.getContactId(),
        e.getContactSeq() == null ? CallEvent.UNSEQUENCED : e.getContactSeq(),
        segment(e.getSegment(), unknown),
        e.getOccurredAt().toEpochMilli(),
        instant(e.getRecordedAt()),
        channel(e.getChannel(), unknown),
        names.region(e.getRegion(), "region", unknown),
        names.name(e.getQueue(), "queue", unknown),
        names.name(e.getFromQueue(), "from_queue", unknown),
        e.getAgentRef(),
        e.getCustomerRef(),
        e.getTicketId(),
        span(e.getTalkMillis(), "talk_millis", unknown),
        span(e.getHoldMillis(), "hold_millis", unknown),
        span(e.getWrapUpMillis(), "wrap_up_millis", unknown),
        instant(e.getCallbackDueAt()),
        e.getCorrectsEventId());
  }

  private static int segment(@Nullable Integer stated, List<String> unknown) {
    if (stated == null) {
      return 0;
    }
    if (stated < 1) {
      unknown.add("segment");
      return 0;
    }
    return stated;
  }

  /** A contact is a call unless its source says that it is a chat. */
  private static Channel channel(@Nullable String stated, List<String> unknown) {
    if (stated == null || stated.isBlank()) {
      return Channel.VOICE;
    }
    return switch (stated.toUpperCase(Locale.ROOT)) {
      case "VOICE" -> Channel.VOICE;
      case "CHAT" -> Channel.CHAT;
      case "APP" -> Channel.APP;
      default -> {
        unknown.add("channel");
        yield Channel.UNKNOWN;
      }
    };
  }

  private static long span(@Nullable Long stated, String field, List<String> unknown) {
    if (stated == null) {
      return CallEvent.NOT_STATED;
    }
    if (stated < 0) {
      unknown.add(field);
      return CallEvent.NOT_STATED;
    }
    return stated;
  }

  private static long instant(@Nullable Instant stated) {
    return stated == null ? CallEvent.NEVER : stated.toEpochMilli();
  }
}
