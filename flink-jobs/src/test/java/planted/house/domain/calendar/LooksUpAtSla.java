package planted.house.domain.calendar;

import planted.house.domain.sla.Clock;

public record LooksUpAtSla(Clock clock) {}
