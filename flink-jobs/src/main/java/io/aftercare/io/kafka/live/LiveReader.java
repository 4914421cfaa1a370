package io.aftercare.io.kafka.live;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.StreamEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own reader, which also says what time it is each time the broker was asked, records or
 * not. All of it happens in the task's thread: between what was passed on and the watermark behind
 * it there is no race.
 */
@SuppressWarnings("try") // Kafka's reader says that its close() may be interrupted
final class LiveReader<E extends StreamEvent>
    implements SourceReader<Inbound<E>, KafkaPartitionSplit> {
  private final SourceReader<Inbound<E>, KafkaPartitionSplit> reader;
  private final SourceReaderContext context;
  private final InputTime time;
  private final EndOffsets ends;
  private final Map<String, PartitionTime> times = new HashMap<>();
  private @Nullable LiveOutput<E> output;

  LiveReader(
      SourceReader<Inbound<E>, KafkaPartitionSplit> reader,
      SourceReaderContext context,
      InputTime time,
      EndOffsets ends) {
    this.reader = reader;
    this.context = context;
    this.time = time;
    this.ends = ends;
  }

  @Override
  public void start() {
    reader.start();
    ends.start();
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    for (KafkaPartitionSplit split : splits) {
      time.own(split.getTopicPartition(), split.getStartingOffset());
      times.put(split.splitId(), time.of(split.getTopicPartition()));
    }
    reader.addSplits(splits);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<Inbound<E>> out) throws Exception {
    LiveOutput<E> to = output == null ? new LiveOutput<>(out, this::timeOf) : output;
    output = to;
    if (ends.hasNews()) {
      tellTime(to);
    }
    return reader.pollNext(to);
  }

  private PartitionTime timeOf(String split) {
    PartitionTime found = times.get(split);
    if (found == null) {
      throw new IllegalStateException("records of " + split + ", which was never assigned");
    }
    return found;
  }

  private void tellTime(LiveOutput<E> to) {
    ends.take().forEach(time::learnt);
    ends.positions(time.positions());
    if (time.incomplete()) {
      context.sendSourceEventToCoordinator(new Assignment.Question());
    }
    long reached = time.at(System.currentTimeMillis());
    if (reached != PartitionTime.UNKNOWN) {
      to.emitWatermark(new Watermark(reached));
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    CompletableFuture<Void> records = reader.isAvailable();
    return records.isDone()
        ? records
        : CompletableFuture.anyOf(records, ends.news()).thenRun(() -> {});
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    if (event instanceof Assignment.Answer answer) {
      time.assigned(answer.partitions());
    } else {
      reader.handleSourceEvents(event);
    }
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
    return reader.snapshotState(checkpointId);
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    reader.notifyCheckpointComplete(checkpointId);
  }

  @Override
  public void notifyCheckpointAborted(long checkpointId) throws Exception {
    reader.notifyCheckpointAborted(checkpointId);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    try (ends) {
      reader.close();
    }
  }
}
