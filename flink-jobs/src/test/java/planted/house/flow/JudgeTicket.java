package planted.house.flow;

import org.apache.flink.api.common.functions.MapFunction;
import planted.house.domain.ticket.Ticket;

public record JudgeTicket(Ticket ticket, MapFunction<Ticket, Ticket> map) {}
