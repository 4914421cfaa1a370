package planted.house.flow;

import org.apache.flink.connector.kafka.source.KafkaSource;

public record TalksToTheConnector(KafkaSource<String> source) {}
