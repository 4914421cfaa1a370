package planted.house.domain.calendar;

import java.time.Instant;

public record Opening(Instant from, Instant to) {}
