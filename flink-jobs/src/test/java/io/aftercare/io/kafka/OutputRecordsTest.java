package io.aftercare.io.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Attention;
import io.aftercare.contract.AttentionClock;
import io.aftercare.contract.AttentionState;
import io.aftercare.contract.ClockRole;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.ClockWarning;
import io.aftercare.contract.SchemaHistory;
import io.aftercare.contract.SingleObject;
import io.aftercare.contract.Verdict;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Warning;
import io.aftercare.domain.ticket.AttentionChange;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.TicketAttention;
import io.aftercare.domain.ticket.TicketAttention.State;
import io.aftercare.domain.ticket.TicketAttention.Watched;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

/** A row of the ledger and a line of the attention list, field by field. */
class OutputRecordsTest {
  private static final Warning SEVENTY = new Warning(70, 7_000);
  private static final Warning NINETY = new Warning(90, 9_000);

  @Test
  void aPausedClockHasNoDeadlineAndSaysWhatItUsedUpAndWarnedOf() {
    Verdict row = OutputRecords.of(entry("active", io.aftercare.domain.sla.Verdict.PAUSED));
    assertThat(row.getClockId()).isEqualTo("T-1/resolution/active/2");
    assertThat(row.getRole()).isEqualTo(ClockRole.ACTIVE);
    assertThat(row.getVerdict()).isEqualTo(ClockVerdict.PAUSED);
    assertThat(row.getCalendar()).isEqualTo("office");
    assertThat(row.getCalendarVersion()).isEqualTo(4);
    assertThat(row.getBudgetMillis()).isEqualTo(10_000);
    assertThat(row.getElapsedMillis()).isEqualTo(9_500);
    assertThat(row.getWarnedAt()).isEqualTo(Instant.ofEpochMilli(7_000));
    assertThat(row.getWarnedPercent()).isEqualTo(90);
    assertThat(row.getWarnings())
        .containsExactly(
            new ClockWarning(70, Instant.ofEpochMilli(7_000)),
            new ClockWarning(90, Instant.ofEpochMilli(9_000)));
    assertThat(row.getDeadline()).isNull();
    assertThat(row.getStateSince()).isEqualTo(Instant.ofEpochMilli(8_500));
    assertThat(row.getSettledAt()).isNull();
  }

  @Test
  void aShadowSaysSo() {
    Verdict row = OutputRecords.of(entry("strict", io.aftercare.domain.sla.Verdict.RUNNING));
    assertThat(row.getRole()).isEqualTo(ClockRole.SHADOW);
    assertThat(row.getSlot()).isEqualTo("strict");
  }

  @Test
  void whoKnowsOnlyTheFirstVersionReadsTheRow() throws Exception {
    Verdict row = OutputRecords.of(entry("active", io.aftercare.domain.sla.Verdict.PAUSED));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<>(Verdict.class).write(row, encoder);
    encoder.flush();
    Schema first = SchemaHistory.published().versions("Verdict").get(0);
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(Verdict.getClassSchema(), first)
            .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    assertThat(read.get("clock_id")).hasToString("T-1/resolution/active/2");
    assertThat(read.get("verdict")).hasToString("PAUSED");
    assertThat(read.hasField("role")).isFalse();
  }

  @Test
  void aTicketOnTheAttentionListNamesItsClocks() throws Exception {
    TicketAttention now =
        new TicketAttention(
            "T-1",
            State.OVERDUE,
            10_000,
            "north",
            "south",
            "second level",
            Priority.P1,
            "gold",
            List.of(
                new Watched("due", 1, "due", 1, State.OVERDUE, 0, 10_000, 0, 10_000, Clock.NEVER),
                new Watched("resolution", 2, "p", 3, State.AT_RISK, 70, 7, 1, Clock.NEVER, 7)));
    Attention said = Objects.requireNonNull(OutputRecords.of(new AttentionChange("T-1", now)));
    SingleObject<Attention> format = new SingleObject<>(Attention.class);
    // As text: Avro cannot compare a nullable timestamp.
    assertThat(format.decode(format.encode(said)))
        .hasToString(
            Attention.newBuilder()
                .setTicketId("T-1")
                .setState(AttentionState.OVERDUE)
                .setSince(Instant.ofEpochMilli(10_000))
                .setRegion("north")
                .setOriginRegion("south")
                .setQueue("second level")
                .setPriority("p1")
                .setCustomerTier("gold")
                .setClocks(
                    List.of(
                        new AttentionClock(
                            "due",
                            1,
                            "due",
                            1,
                            AttentionState.OVERDUE,
                            0,
                            Instant.EPOCH,
                            Instant.ofEpochMilli(10_000),
                            null),
                        new AttentionClock(
                            "resolution",
                            2,
                            "p",
                            3,
                            AttentionState.AT_RISK,
                            70,
                            Instant.ofEpochMilli(1),
                            null,
                            Instant.ofEpochMilli(7))))
                .build()
                .toString());
  }

  @Test
  void aTicketThatLeftTheListIsATombstone() {
    assertThat(OutputRecords.of(new AttentionChange("T-1", null))).isNull();
  }

  private static LedgerEntry entry(String slot, io.aftercare.domain.sla.Verdict verdict) {
    Clock clock =
        new Clock(
            "resolution",
            slot,
            2,
            "p",
            3,
            "office",
            4,
            1_000,
            "north",
            10_000,
            9_500,
            Clock.NEVER,
            8_500,
            Clock.NEVER,
            List.of(SEVENTY, NINETY),
            0,
            Clock.NEVER,
            verdict,
            Clock.NEVER,
            "",
            Clock.NEVER,
            "north",
            Priority.P1);
    return new LedgerEntry("T-1", 5, ClockChange.Kind.UPDATED, null, "south", clock);
  }
}
