package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.TicketEvent;
import io.aftercare.launcher.replay.feed.DomainTime;
import io.aftercare.launcher.replay.feed.ReplayLoader;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.reference.ReferenceAnswers;
import io.aftercare.launcher.replay.reference.ReferenceData;
import io.aftercare.launcher.replay.reference.SlowOracle;
import io.aftercare.launcher.replay.report.RegionView;
import io.aftercare.launcher.replay.report.Reports;
import io.aftercare.launcher.replay.report.Stories;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mapping, loading and reports on the real data, with the slow oracle in the place of the job. */
@Tag("slow")
class ReportsAgainstReferenceTest {
  private static final Instant BOSTON_AS_OF = Instant.parse("2015-04-01T04:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  @Test
  void bostonEqualsItsReference() throws Exception {
    report("tickets_boston311_sample", "boston311", BOSTON_AS_OF, "America/New_York");

    ReferenceAnswers.of("boston311_sample").assertEqual(out);
    ReferenceAnswers.of("boston311_sample").assertBreaches(out, "due");
  }

  @Test
  void bostonInOrderOfArrivalWithDuplicatesGivesTheSame() throws Exception {
    report("tickets_boston311_sample_late", "boston311", BOSTON_AS_OF, "America/New_York");

    ReferenceAnswers.of("boston311_sample").assertEqual(out);
    ReferenceAnswers.of("boston311_sample").assertBreaches(out, "due");
  }

  @Test
  void serviceNowEqualsItsReferenceByTheSourcesOwnSlaClaims() throws Exception {
    report("tickets_servicenow_sample", "servicenow", null, "UTC");

    ReferenceAnswers.of("servicenow_sample").assertEqual(out);
  }

  @Test
  void sfFireEqualsItsReferenceFirstResponsesIncluded() throws Exception {
    report("tickets_sffire2017", "sffire", null, "America/Los_Angeles");

    ReferenceAnswers.of("sffire2017").assertEqual(out);
  }

  private void report(
      String file, String mapping, @org.jspecify.annotations.Nullable Instant asOf, String zone)
      throws IOException {
    Mapping meaning = MappingLocator.read(mapping);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    ReplayLoader loader =
        new ReplayLoader(
            new EventRows(meaning, Pseudonyms.keyed("test")),
            "input",
            4,
            new DomainTime(Duration.ofSeconds(2), Duration.ofMinutes(5), asOf),
            Instant.now(),
            records::add);
    Path path = ReferenceData.file(file + ".csv.gz");
    try (RowReader rows = new SourceFile(path, file).open(meaning, count -> {})) {
      loader.load(rows);
    }
    assertThat(loader.summary().rejected()).isZero();
    Instant end = asOf == null ? Objects.requireNonNull(loader.summary().latest()) : asOf;
    write(records, end, zone);
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records, Instant end, String zone)
      throws IOException {
    SlowOracle oracle = new SlowOracle(end);
    for (ProducerRecord<byte[], byte[]> record : records) {
      oracle.add(TicketEvent.getDecoder().decode(record.value()));
    }
    Stories stories = new Stories(RegionView.ORIGIN);
    oracle.milestones().forEach(stories::add);
    oracle.verdicts().forEach(stories::add);
    new Reports(RegionView.ORIGIN, "due", end, ZoneId.of(zone)).write(out, stories, List.of());
  }
}
