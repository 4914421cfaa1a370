package planted.exporter.attention;

import planted.exporter.ledger.Plain;

public record KnowsTheLedger(Plain ledger) {}
