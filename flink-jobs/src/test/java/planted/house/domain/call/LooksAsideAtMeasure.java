package planted.house.domain.call;

import planted.house.domain.measure.LooksAsideAtTicket;

public record LooksAsideAtMeasure(LooksAsideAtTicket measure) {}
