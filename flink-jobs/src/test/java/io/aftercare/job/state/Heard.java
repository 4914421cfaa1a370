package io.aftercare.job.state;

import io.aftercare.domain.intake.Rejection;
import io.aftercare.domain.measure.SeriesUpdate;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.MilestoneEntry;
import io.aftercare.domain.window.WindowEntry;
import io.aftercare.job.TicketJob;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All that one run of the job said. Runs are known by name, because sinks travel as bytes. */
final class Heard {
  private static final Map<String, Heard> RUNS = new ConcurrentHashMap<>();

  private final Map<String, Queue<Object>> outputs = new ConcurrentHashMap<>();
  private final Set<String> fed = ConcurrentHashMap.newKeySet();

  static Heard by(String run) {
    return RUNS.computeIfAbsent(run, name -> new Heard());
  }

  /** The ends of the job's streams in a run of this name. */
  static TicketJob.Outputs outputs(String run) {
    return new Ends(run);
  }

  /** An input has given all it has. */
  void allIsFed(String stream) {
    fed.add(stream);
  }

  boolean isAllFed() {
    return fed.size() == 2;
  }

  List<LedgerEntry> ledger() {
    return all("ledger", LedgerEntry.class);
  }

  List<MilestoneEntry> milestones() {
    return all("milestones", MilestoneEntry.class);
  }

  List<SeriesUpdate> metrics() {
    return all("metrics", SeriesUpdate.class);
  }

  List<WindowEntry> windows() {
    return all("windows-log", WindowEntry.class);
  }

  private <T> List<T> all(String output, Class<T> type) {
    return output(output).stream().map(type::cast).toList();
  }

  private Queue<Object> output(String name) {
    return outputs.computeIfAbsent(name, key -> new ConcurrentLinkedQueue<>());
  }

  private record Ends(String run) implements TicketJob.Outputs {
    @Override
    public void ledger(DataStream<LedgerEntry> entries) {
      end(entries, "ledger");
    }

    @Override
    public void milestones(DataStream<MilestoneEntry> entries) {
      end(entries, "milestones");
    }

    @Override
    public void attention(DataStream<AttentionChange> changes) {
      end(changes, "attention-list");
    }

    @Override
    public void windows(DataStream<WindowEntry> entries) {
      end(entries, "windows-log");
    }

    @Override
    public void metrics(DataStream<SeriesUpdate> updates) {
      end(updates, "metrics");
    }

    @Override
    public void deadLetters(DataStream<Rejection> rejections) {
      end(rejections, "dead-letters");
    }

    private <T> void end(DataStream<T> stream, String name) {
      stream.sinkTo(new End<T>(run, name)).setParallelism(1).name(name).uid(name);
    }
  }

  private record End<T>(String run, String output) implements Sink<T> {
    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
      Queue<Object> heard = by(run).output(output);
      return new SinkWriter<>() {
        @Override
        public void write(T element, Context at) {
          heard.add(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
      };
    }
  }
}
