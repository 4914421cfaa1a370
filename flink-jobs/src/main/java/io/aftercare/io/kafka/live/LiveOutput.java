package io.aftercare.io.kafka.live;

import io.aftercare.domain.intake.Inbound;
import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.intake.TicketArrival;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** A reader's output that tells each partition's time what was passed on, after it was. */
record LiveOutput(ReaderOutput<Inbound> out, Function<String, PartitionTime> times)
    implements ReaderOutput<Inbound> {

  @Override
  public SourceOutput<Inbound> createOutputForSplit(String split) {
    return new OfPartition(out.createOutputForSplit(split), times.apply(split));
  }

  @Override
  public void releaseOutputForSplit(String split) {
    out.releaseOutputForSplit(split);
  }

  @Override
  public void collect(Inbound record) {
    out.collect(record);
  }

  @Override
  public void collect(Inbound record, long timestamp) {
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

  private record OfPartition(SourceOutput<Inbound> out, PartitionTime time)
      implements SourceOutput<Inbound> {

    @Override
    public void collect(Inbound record) {
      throw new UnsupportedOperationException("a record of Kafka has a timestamp");
    }

    @Override
    public void collect(Inbound record, long arrivedAt) {
      out.collect(record, arrivedAt);
      TicketArrival arrival = record.arrival();
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
