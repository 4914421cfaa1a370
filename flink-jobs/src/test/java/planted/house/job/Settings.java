package planted.house.job;

import planted.house.flow.JudgeTicket;

public record Settings(JudgeTicket judge) {}
