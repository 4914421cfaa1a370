package planted.exporter;

import planted.job.TicketJob;

public record KnowsTheJob(TicketJob job) {}
