package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.replay.feed.DomainTime;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The windows of an input, computed as a batch with nothing of the job. */
public final class WindowAnswers {
  private final SlowOracle oracle;
  private final Instant asOf;

  private WindowAnswers(SlowOracle oracle, Instant asOf) {
    this.oracle = oracle;
    this.asOf = asOf;
  }

  /**
   * Of an input.
   *
   * @param asOf null: at its last event
   */
  public static WindowAnswers of(Path file, String mapping, @Nullable Instant asOf) {
    Mapping meaning = MappingLocator.read(mapping);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    ReplayLoader loader =
        new ReplayLoader(
            new EventRows(meaning, Pseudonyms.keyed("test")),
            "input",
            1,
            new DomainTime(Duration.ofSeconds(2), Duration.ofMinutes(5), asOf),
            Instant.now(),
            records::add);
    try (RowReader rows = new SourceFile(file, file.toString()).open(meaning, count -> {})) {
      loader.load(rows);
      Instant end = asOf == null ? Objects.requireNonNull(loader.summary().latest()) : asOf;
      SlowOracle oracle = new SlowOracle(end);
      for (ProducerRecord<byte[], byte[]> record : records) {
        oracle.add(TicketEvent.getDecoder().decode(record.value()));
      }
      return new WindowAnswers(oracle, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless windows.csv of a replay says the same at the end of every minute. */
  public void assertEqual(Path out, ZoneId zone) {
    var rows = CsvFile.rows(out.resolve("windows.csv"));
    assertThat(rows).isNotEmpty();
    new SlowWindows(zone).of(oracle).assertEqual(rows, asOf);
  }
}
