package io.aftercare.io.kafka.live;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.intake.StreamEvent;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** A reader's output that tells each partition's time what was passed on, after it was. */
record LiveOutput<E extends StreamEvent>(
    ReaderOutput<Inbound<E>> out, Function<String, PartitionTime> times)
    implements ReaderOutput<Inbound<E>> {

  @Override
  public SourceOutput<Inbound<E>> createOutputForSplit(String split) {
    return new OfPartition<>(out.createOutputForSplit(split), times.apply(split));
  }

  @Override
  public void releaseOutputForSplit(String split) {
    out.releaseOutputForSplit(split);
  }

  @Override
  public void collect(Inbound<E> record) {
    out.collect(record);
  }

  @Override
  public void collect(Inbound<E> record, long timestamp) {
    out.collect(record, timestamp);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    out.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    out.markIdle();
  }

  @Override
  public void markActive() {
    out.markActive();
  }

  private record OfPartition<E extends StreamEvent>(
      SourceOutput<Inbound<E>> out, PartitionTime time) implements SourceOutput<Inbound<E>> {

    @Override
    public void collect(Inbound<E> record) {
      throw new UnsupportedOperationException("a record of Kafka has a timestamp");
    }

    @Override
    public void collect(Inbound<E> record, long arrivedAt) {
      out.collect(record, arrivedAt);
      Arrival<E> arrival = record.arrival();
      Rejection rejection = record.rejection();
      if (arrival != null) {
        time.read(arrival.offset(), arrival.event().occurredAt(), arrivedAt);
      } else if (rejection != null) {
        time.read(rejection.offset());
      }
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      out.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      out.markIdle();
    }

    @Override
    public void markActive() {
      out.markActive();
    }
  }
}
