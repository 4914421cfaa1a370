package planted.house.domain.call;

import planted.house.domain.ticket.Ticket;

public record LooksAsideAtTicket(Ticket ticket) {}
