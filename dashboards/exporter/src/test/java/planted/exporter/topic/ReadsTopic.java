package planted.exporter.topic;

import org.apache.kafka.clients.consumer.MockConsumer;

public record ReadsTopic(MockConsumer<String, String> topic) {}
