package planted.house.domain.ticket;

import org.apache.flink.api.common.functions.MapFunction;

public record KnowsFlink(MapFunction<String, String> map) {}
