package planted.job;

public record TicketJob(String name) {}
