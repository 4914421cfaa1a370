package io.aftercare.io.kafka.live;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A Kafka source that says what time it is by itself, also when nothing arrives: {@link
 * PartitionTime} tells the law. Its state is the Kafka source's own, so each restores the other's.
 */
public final class LiveSource<E extends StreamEvent>
    implements Source<Inbound<E>, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<Inbound<E>> {
  private static final long serialVersionUID = 1;

  private final KafkaSource<Inbound<E>> source;
  private final Map<String, String> kafka;
  private final String topic;
  private final TimeRule rule;

  /**
   * @param source reads this topic, and no other
   * @param kafka client properties, for asking where the topic ends
   */
  public LiveSource(
      KafkaSource<Inbound<E>> source, Map<String, String> kafka, String topic, TimeRule rule) {
    this.source = source;
    this.kafka = Map.copyOf(kafka);
    this.topic = topic;
    this.rule = rule;
  }

  @Override
  public SourceReader<Inbound<E>, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    EndOffsets ends = new EndOffsets(kafka, topic);
    return new LiveReader<>(source.createReader(context), context, new InputTime(rule), ends);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return new LiveEnumerator(source.createEnumerator(context), context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
      throws Exception {
    return new LiveEnumerator(source.restoreEnumerator(context, state), context);
  }

  @Override
  public Boundedness getBoundedness() {
    return source.getBoundedness();
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  @Override
  public TypeInformation<Inbound<E>> getProducedType() {
    return source.getProducedType();
  }
}
