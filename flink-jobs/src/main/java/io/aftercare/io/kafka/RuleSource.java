package io.aftercare.io.kafka;

import io.aftercare.contract.Topics;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.io.policy.RuleRecords;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads published rules from Kafka, from the first on and as they come. They have no say in what
 * time it is: their event time is at its end from the start.
 *
 * @param bounded stop at the end offset as of the start
 */
public record RuleSource(Map<String, String> kafka, boolean bounded) {

  /** The stream of all that was and will be published. */
  public DataStream<PublishedRule> attachTo(StreamExecutionEnvironment env) {
    return env.fromSource(source(), WatermarkStrategy.forGenerator(c -> new NoSay()), "policies")
        .uid("policies")
        .setParallelism(1);
  }

  private KafkaSource<PublishedRule> source() {
    Properties properties = new Properties();
    properties.putAll(kafka);
    properties.put("group.id", properties.getProperty("group.id", "aftercare") + "-policies");
    properties.put("isolation.level", "read_committed");
    KafkaSourceBuilder<PublishedRule> builder =
        KafkaSource.<PublishedRule>builder()
            .setProperties(properties)
            .setTopics(List.of(Topics.POLICIES))
            .setStartingOffsets(OffsetsInitializer.earliest())
            .setDeserializer(new Records());
    return (bounded ? builder.setBounded(OffsetsInitializer.latest()) : builder).build();
  }

  /** Event time at its end. */
  private static final class NoSay implements WatermarkGenerator<PublishedRule> {
    @Override
    public void onEvent(PublishedRule rule, long timestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }

  /** From Kafka's bytes to published rules, one for each record. */
  static final class Records implements KafkaRecordDeserializationSchema<PublishedRule> {
    private static final long serialVersionUID = 1;

    private transient RuleRecords records;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      records = new RuleRecords();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<PublishedRule> out) {
      out.collect(records.decode(record.value(), record.timestamp(), record.offset()));
    }

    @Override
    public TypeInformation<PublishedRule> getProducedType() {
      return TypeInformation.of(PublishedRule.class);
    }
  }
}
