package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.CallEvent;
import io.aftercare.launcher.replay.feed.DomainTime;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.reference.CsvFile;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.SlowCalls;
import io.aftercare.launcher.replay.report.calls.CallReports;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import io.aftercare.launcher.replay.report.calls.Contacts;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapping, loading and reports on the bank's calls, with slow contacts in the place of the job. */
class CallReportsAgainstReferenceTest {
  private static final Duration TWENTY = Duration.ofSeconds(20);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  @Test
  void theBanksCallsEqualTheirReference() throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    Instant end = load(records);
    SlowCalls calls = new SlowCalls(TWENTY, TWENTY);
    for (ProducerRecord<byte[], byte[]> record : records) {
      calls.add(CallEvent.getDecoder().decode(record.value()));
    }
    Contacts contacts = new Contacts();
    calls.contacts().forEach(contacts::add);

    new CallReports(new CallTerms(TWENTY, TWENTY, true), end).write(out, contacts, List.of());

    ReferenceAnswers.of("calls_bank_199902").assertQueueHours(out, "1999-02-01", "1999-02-08");
    assertThat(CsvFile.rows(out.resolve("contacts.csv"))).hasSize(8948);
  }

  private static Instant load(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    Mapping meaning = MappingLocator.read("bank");
    ReplayLoader loader =
        new ReplayLoader(
            new EventRows(meaning, Pseudonyms.keyed("test")),
            "input",
            4,
            new DomainTime(Duration.ofSeconds(2), Duration.ofMinutes(5), null),
            Instant.now(),
            records::add);
    Path path = ReferenceData.file("calls_bank_sample.csv.gz");
    try (RowReader rows = new SourceFile(path, "bank").open(meaning, count -> {})) {
      loader.load(rows);
    }
    assertThat(loader.summary().rejected()).isZero();
    assertThat(loader.summary().lines()).isEqualTo(33_610);
    return Objects.requireNonNull(loader.summary().latest());
  }
}
