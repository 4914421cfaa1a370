package planted.house.flow;

import org.apache.kafka.clients.producer.ProducerRecord;

public record TalksToKafka(ProducerRecord<String, String> message) {}
