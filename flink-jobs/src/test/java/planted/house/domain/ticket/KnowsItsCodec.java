package planted.house.domain.ticket;

import planted.house.io.avro.TicketCodec;

public record KnowsItsCodec(TicketCodec codec) {}
