package planted.house.domain.pricing;

public record Tariff(long cents) {}
