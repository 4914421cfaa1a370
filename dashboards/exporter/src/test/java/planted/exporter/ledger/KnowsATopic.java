package planted.exporter.ledger;

import org.apache.kafka.clients.consumer.MockConsumer;

public record KnowsATopic(MockConsumer<String, String> topic) {}
