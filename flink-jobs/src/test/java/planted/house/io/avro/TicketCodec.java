package planted.house.io.avro;

import planted.house.domain.ticket.Ticket;

public record TicketCodec(Ticket ticket) {}
