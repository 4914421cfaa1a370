package planted.exporter.ledger;

public record Plain(String clock) {}
