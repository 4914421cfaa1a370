package planted.house.io.avro;

import planted.house.flow.JudgeTicket;

public record CallsFlow(JudgeTicket judge) {}
