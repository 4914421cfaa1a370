package planted.house.io.kafka;

public record RecordManagerImpl(String name) {}
