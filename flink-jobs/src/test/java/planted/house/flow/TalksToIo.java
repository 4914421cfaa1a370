package planted.house.flow;

import planted.house.io.avro.TicketCodec;

public record TalksToIo(TicketCodec codec) {}
