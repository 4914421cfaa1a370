package io.aftercare.io.kafka;

import io.aftercare.contract.AgentStateEvent;
import io.aftercare.contract.Topics;
import io.aftercare.domain.call.AgentEvent;
import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.io.avro.AgentEvents;
import io.aftercare.io.avro.CallEvents;
import io.aftercare.io.avro.CaseEvents;
import io.aftercare.io.avro.Reading;
import io.aftercare.io.avro.TicketEvents;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * An input: its name on figures, its topic, what it carries.
 *
 * @param subjectField the field that says what an event is about, the topic's key
 * @param <C> the contract's event
 * @param <E> the domain's
 */
@SuppressWarnings("ImmutableMemberCollection")
public record EventStream<C extends SpecificRecord, E extends StreamEvent>(
    String name,
    String topic,
    String subjectField,
    Class<C> contract,
    Reading.Maker<C, E> reading,
    TypeInformation<Inbound<E>> type)
    implements Serializable {

  /** What happens to tickets. */
  public static final EventStream<io.aftercare.contract.TicketEvent, TicketEvent> TICKETS =
      new EventStream<>(
          "tickets",
          Topics.TICKET_EVENTS,
          "ticket_id",
          io.aftercare.contract.TicketEvent.class,
          TicketEvents::new,
          TypeInformation.of(new TypeHint<Inbound<TicketEvent>>() {}));

  /** What happens to tickets, as far as complaints depend on it. */
  public static final EventStream<io.aftercare.contract.TicketEvent, CaseEvent> CASES =
      new EventStream<>(
          "complaints",
          Topics.TICKET_EVENTS,
          "ticket_id",
          io.aftercare.contract.TicketEvent.class,
          CaseEvents::new,
          TypeInformation.of(new TypeHint<Inbound<CaseEvent>>() {}));

  /** What happens to calls. */
  public static final EventStream<io.aftercare.contract.CallEvent, CallEvent> CALLS =
      new EventStream<>(
          "calls",
          Topics.CALL_EVENTS,
          "contact_id",
          io.aftercare.contract.CallEvent.class,
          CallEvents::new,
          TypeInformation.of(new TypeHint<Inbound<CallEvent>>() {}));

  /** What agents are doing. */
  public static final EventStream<AgentStateEvent, AgentEvent> AGENTS =
      new EventStream<>(
          "agents",
          Topics.AGENT_STATES,
          "agent_ref",
          AgentStateEvent.class,
          AgentEvents::new,
          TypeInformation.of(new TypeHint<Inbound<AgentEvent>>() {}));
}
