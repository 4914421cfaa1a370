package planted.house.domain.ticket;

import planted.house.domain.calendar.Opening;
import planted.house.domain.sla.Clock;

public record Ticket(Clock clock, Opening opening) {}
