package planted.house.domain.call;

import planted.house.domain.sla.Clock;

public record Call(Clock clock) {}
