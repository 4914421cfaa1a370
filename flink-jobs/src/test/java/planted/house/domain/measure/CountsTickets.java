package planted.house.domain.measure;

import planted.house.domain.ticket.Ticket;

public record CountsTickets(Ticket ticket) {}
