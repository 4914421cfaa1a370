package io.aftercare.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.complaint.CaseCount;
import io.aftercare.domain.complaint.CaseEvent;
import io.aftercare.domain.complaint.CaseKind;
import io.aftercare.domain.complaint.Complaint;
import io.aftercare.domain.complaint.Drivers;
import io.aftercare.domain.complaint.FinalBin;
import io.aftercare.domain.complaint.Grievance;
import io.aftercare.domain.complaint.RegionWeeks;
import io.aftercare.domain.complaint.Score;
import io.aftercare.domain.complaint.SpikeAlert;
import io.aftercare.domain.complaint.SpikeEntry;
import io.aftercare.domain.complaint.SpikeEntry.Kind;
import io.aftercare.domain.complaint.SpikeEntry.Phase;
import io.aftercare.domain.complaint.WatchStep.Move;
import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.sla.Rulebook;
import io.aftercare.flow.wire.WireType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The nodes of the complaint job, each alone. */
@SuppressWarnings("try") // closing the harness may be interrupted
class ComplaintNodesTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

  private static CaseEvent event(String id, CaseKind kind, long at, @Nullable String region) {
    Grievance stated = new Grievance(region, null, null, null, null, 0);
    return new CaseEvent(
        id, "T1", kind, CaseEvent.UNSEQUENCED, at, CaseEvent.NEVER, false, stated, null);
  }

  @Test
  void aComplaintIsCountedWhereItsTicketWasInWhateverOrderItsEventsCameAndHoweverOften()
      throws Exception {
    List<CaseEvent> events =
        List.of(
            event("1", CaseKind.CREATED, START, "north"),
            event("2", CaseKind.OTHER, START + HOUR, "south"),
            event("3", CaseKind.COMPLAINT_FILED, START + 2 * HOUR, null),
            event("4", CaseKind.OTHER, START + 3 * HOUR, "west"),
            event("5", CaseKind.COMPLAINT_FILED, START + 4 * HOUR, null));
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 30; round++) {
      List<CaseEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events.subList(0, random.nextInt(events.size())));
      Collections.shuffle(shuffled, new Random(round));
      assertThat(complaints(shuffled)).isEqualTo(Map.of("south@" + (START + 2 * HOUR), 1L));
    }
  }

  private static Map<String, Long> complaints(List<CaseEvent> events) throws Exception {
    Map<String, Long> net = new HashMap<>();
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, Arrival<CaseEvent>, CaseCount>(
            new KeyedProcessOperator<>(new FileComplaints("complaints", HOUR)),
            arrival -> arrival.event().ticketId(),
            WireType.TEXT)) {
      harness.open();
      for (CaseEvent event : events) {
        harness.processElement(new StreamRecord<>(new Arrival<>(event, "t", 0, 0, Long.MIN_VALUE)));
      }
      for (CaseCount count : harness.extractOutputValues()) {
        Complaint complaint = count.complaint();
        if (complaint != null) {
          net.merge(complaint.region() + "@" + complaint.at(), count.more(), Long::sum);
        }
      }
    }
    net.values().removeIf(count -> count == 0);
    return net;
  }

  @Test
  void aLeapOfTimeStopsNoRegionsClock() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, CaseCount, SpikeAlert>(
            new KeyedProcessOperator<>(
                new DetectComplaints(
                    HOUR,
                    new RegionWeeks(Rulebook.of(List.of()), ZoneOffset.UTC),
                    region -> null,
                    250,
                    Long.MAX_VALUE)),
            CaseCount::region,
            WireType.TEXT)) {
      harness.open();
      harness.processElement(
          new StreamRecord<>(
              CaseCount.of(new Complaint(START, 1, "north", "noise", null, null, null), 1)));
      harness.processWatermark(START + 30 * HOUR);
      harness.processWatermark(START + 31 * HOUR);
      harness.processWatermark(START + 40 * HOUR);
      List<Long> bins = new ArrayList<>();
      for (StreamRecord<FinalBin> bin : harness.getSideOutput(DetectComplaints.FINAL)) {
        bins.add((bin.getValue().start() - START) / (15 * MINUTE));
      }
      assertThat(bins).hasSize(39 * 4);
      for (int i = 0; i < bins.size(); i++) {
        assertThat(bins.get(i)).isEqualTo(i);
      }
    }
  }

  @Test
  void alertsAreTakenInTheOrderOfTimeSoThatNothingIsMissedThatWasContained() throws Exception {
    List<SpikeEntry> entries;
    try (var harness = incidents(Long.MAX_VALUE)) {
      alert(harness, "south", Move.OPENED, START + 4 * HOUR);
      alert(harness, "north", Move.OPENED, START);
      alert(harness, "north", Move.CLOSED, START + HOUR);
      harness.processWatermark(START + 5 * HOUR);
      entries = harness.extractOutputValues();
    }
    assertThat(entries)
        .filteredOn(entry -> entry.kind() == Kind.INCIDENT)
        .filteredOn(entry -> "north".equals(entry.region()))
        .extracting(SpikeEntry::phase)
        .containsExactly(Phase.OPENED, Phase.CLOSED);
  }

  @Test
  void anIncidentIsAtRiskAfterNinetyMinutesAndNothingIsSaidAfterTheEndOfTime() throws Exception {
    try (var harness = incidents(START + 100 * MINUTE)) {
      alert(harness, "north", Move.OPENED, START);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(harness.extractOutputValues())
          .filteredOn(entry -> entry.kind() == Kind.INCIDENT)
          .extracting(SpikeEntry::at)
          .containsExactly(START, START + 90 * MINUTE);
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SpikeAlert, SpikeEntry> incidents(
      long asOf) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<String, SpikeAlert, SpikeEntry>(
            new KeyedProcessOperator<>(new GatherIncidents(5, asOf)),
            alert -> "all",
            WireType.TEXT);
    harness.open();
    return harness;
  }

  private static void alert(
      KeyedOneInputStreamOperatorTestHarness<String, SpikeAlert, SpikeEntry> harness,
      String region,
      Move move,
      long at)
      throws Exception {
    harness.processElement(
        new StreamRecord<>(
            new SpikeAlert(
                region,
                "noise",
                move,
                at,
                at,
                new Score("noise", 6, 60, 20, 3),
                9,
                new Drivers(List.of(), List.of()))));
  }
}
