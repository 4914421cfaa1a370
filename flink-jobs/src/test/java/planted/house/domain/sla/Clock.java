package planted.house.domain.sla;

import planted.house.domain.calendar.Opening;

public record Clock(Opening opening) {}
