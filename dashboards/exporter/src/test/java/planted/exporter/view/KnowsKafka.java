package planted.exporter.view;

import org.apache.kafka.clients.consumer.MockConsumer;

public record KnowsKafka(MockConsumer<String, String> topic) {}
