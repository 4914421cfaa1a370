package io.aftercare.launcher.replay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.CallEvent;
import io.aftercare.contract.CallEventType;
import io.aftercare.contract.Headers;
import io.aftercare.contract.SingleObject;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingReader;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayLoaderTest {
  private static final Mapping MAPPING =
      MappingReader.read(
          "m.yaml",
          """
          source_system: s
          columns:
            ticket_id: id
            occurred_at: at
            arrival: {column: seen, optional: true}
          constants: {event_type: UPDATED}
          """);
  private static final Instant NOW = Instant.parse("2020-06-01T00:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

  @Test
  void everyRecordCarriesTheTimeReachedBeforeItsLine() throws Exception {
    load(
        null,
        "id,at\n1,2020-01-01T00:00:10Z\n2,2020-01-01T00:00:05Z\n3,2020-01-01T00:00:20Z\n4,x\n");

    assertThat(sent.stream().map(ReplayLoaderTest::domainTime))
        .containsExactly(
            Long.MIN_VALUE,
            millis("2020-01-01T00:00:07.999Z"),
            millis("2020-01-01T00:00:07.999Z"),
            millis("2020-01-01T00:00:17.999Z"));
  }

  @Test
  void timeRunsOnFromFileToFileAndOriginsNameEach() throws Exception {
    load(null, "id,at\n1,2020-01-01T00:00:10Z\n", "id,at\n2,2020-01-01T00:00:00Z\n");

    assertThat(domainTime(sent.get(1))).isEqualTo(millis("2020-01-01T00:00:07.999Z"));
    assertThat(sent.stream().map(record -> header(record, Headers.ORIGIN)))
        .containsExactly("0.csv:2", "1.csv:2");
  }

  @Test
  void anEventFromTheFutureOrAfterAsOfDoesNotMoveTime() throws Exception {
    LoadSummary loaded =
        load(
            Instant.parse("2020-03-01T00:00:00Z"),
            """
            id,at,seen
            1,2020-01-01T00:00:00Z,2020-01-01T00:00:00Z
            2,2020-02-01T00:05:01Z,2020-02-01T00:00:00Z
            3,2999-01-01T00:00:00Z,2999-01-01T00:00:00Z
            4,2020-04-01T00:00:00Z,2020-04-01T00:00:00Z
            5,2020-01-02T00:05:00Z,2020-01-02T00:00:00Z
            """);

    assertThat(domainTime(sent.get(4))).isEqualTo(millis("2019-12-31T23:59:57.999Z"));
    assertThat(loaded.latest()).isEqualTo("2020-01-02T00:05:00Z");
    assertThat(sent.get(2).timestamp()).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void aRecordsTimeIsTheMappedArrivalElseWhenItHappened() throws Exception {
    load(
        null, "id,at,seen\n1,2020-01-01T00:00:00Z,2020-01-05T00:00:00Z\n1,2020-01-02T00:00:00Z,\n");

    assertThat(sent.stream().map(ProducerRecord::timestamp))
        .containsExactly(millis("2020-01-05T00:00:00Z"), millis("2020-01-02T00:00:00Z"));
    assertThat(sent.get(0).key()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
    assertThat(sent.get(0).partition()).isNull();
  }

  @Test
  void aLineThatIsNoEventGoesOnWithItsBytesAndReason() throws Exception {
    LoadSummary loaded = load(null, "id,at\n1,soon\n");

    assertThat(loaded.rejected()).isEqualTo(1);
    assertThat(sent.get(0).key()).isNull();
    assertThat(new String(sent.get(0).value(), StandardCharsets.UTF_8)).isEqualTo("1,soon");
    assertThat(header(sent.get(0), Headers.REJECTED))
        .startsWith("bad_timestamp: column 'at': 'soon' is no time");
  }

  @Test
  void aCallsRecordsAreKeyedByTheContactAndCarryTheSame() throws Exception {
    Mapping calls =
        MappingReader.read(
            "m.yaml",
            """
            kind: calls
            source_system: s
            columns: {contact_id: id, occurred_at: at}
            constants: {event_type: OFFERED}
            """);

    LoadSummary loaded = load(calls, null, "id,at\nc1,2020-01-01T00:00:10Z\nc2,soon\n");

    assertThat(sent.get(0).key()).isEqualTo("c1".getBytes(StandardCharsets.UTF_8));
    CallEvent event = new SingleObject<>(CallEvent.class).decode(sent.get(0).value());
    assertThat(event.getEventType()).isEqualTo(CallEventType.OFFERED);
    assertThat(event.getContactId()).isEqualTo("c1");
    assertThat(header(sent.get(1), Headers.REJECTED)).startsWith("bad_timestamp: ");
    assertThat(domainTime(sent.get(1))).isEqualTo(millis("2020-01-01T00:00:07.999Z"));
    assertThat(loaded.latest()).isEqualTo("2020-01-01T00:00:10Z");
  }

  private LoadSummary load(@Nullable Instant asOf, String... files) throws Exception {
    return load(MAPPING, asOf, files);
  }

  private LoadSummary load(Mapping mapping, @Nullable Instant asOf, String... files)
      throws Exception {
    ReplayLoader loader =
        new ReplayLoader(
            new EventRows(mapping, Pseudonyms.keyed("k")),
            "input",
            4,
            new DomainTime(Duration.ofSeconds(2), Duration.ofMinutes(5), asOf),
            NOW,
            sent::add);
    for (int i = 0; i < files.length; i++) {
      Path path = directory.resolve(i + ".csv");
      Files.writeString(path, files[i]);
      try (RowReader rows = new SourceFile(path, i + ".csv").open(mapping, count -> {})) {
        loader.load(rows);
      }
    }
    return loader.summary();
  }

  private static long domainTime(ProducerRecord<byte[], byte[]> record) {
    return ByteBuffer.wrap(record.headers().lastHeader(Headers.DOMAIN_TIME).value()).getLong();
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }
}
