package io.aftercare.flow.wire;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.domain.intake.Arrival;
import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.domain.sla.TicketStatus;
import io.aftercare.domain.ticket.ActorType;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.EventType;
import io.aftercare.domain.ticket.Events;
import io.aftercare.domain.ticket.FollowUpOutcome;
import io.aftercare.domain.ticket.Promised;
import io.aftercare.domain.ticket.RandomLife;
import io.aftercare.domain.ticket.SlaClaim;
import io.aftercare.domain.ticket.Ticket;
import io.aftercare.domain.ticket.TicketEvent;
import io.aftercare.domain.ticket.TicketLife;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.core.memory.DataOutputViewStreamWrapper;
import org.junit.jupiter.api.Test;

/** What is written comes back equal, takes little room, and is what earlier versions wrote. */
class WireTest {
  private static final int LIVES = 3000;

  /** Every field stated. */
  private static final TicketEvent FULL =
      new TicketEvent(
          "T-1-101",
          EventType.RESOLVED,
          "T-1",
          7,
          TEN,
          TEN + 1,
          ActorType.AGENT,
          true,
          new Facts(
              "north",
              "south",
              Channel.EMAIL,
              ServiceType.REPAIR,
              Priority.P2,
              TicketStatus.RESOLVED,
              "repairs",
              "gold",
              "heating",
              "weekdays",
              ResolutionMode.REMOTE,
              TEN + HOUR,
              TEN + 2 * HOUR),
          SlaClaim.MET,
          FollowUpOutcome.REACHED,
          TEN - HOUR,
          "T-0",
          "k-1",
          "T-1-100");

  /** Every field stated that version 1 had. */
  private static final TicketEvent FULL_IN_VERSION_1 =
      new TicketEvent(
          "T-1-101",
          EventType.RESOLVED,
          "T-1",
          7,
          TEN,
          Clock.NEVER,
          ActorType.AGENT,
          true,
          new Facts(
              "north",
              "south",
              Channel.EMAIL,
              ServiceType.REPAIR,
              Priority.P2,
              TicketStatus.RESOLVED,
              "repairs",
              "gold",
              "heating",
              null,
              ResolutionMode.UNKNOWN,
              TEN + HOUR,
              Facts.NOT_DUE),
          SlaClaim.MET,
          FollowUpOutcome.UNKNOWN,
          Clock.NEVER,
          "T-0",
          "k-1",
          "T-1-100");

  @Test
  void everyFieldOfAnEventComesBack() {
    assertThat(Bytes.thereAndBack(WireType.EVENT, FULL)).isEqualTo(FULL);
    TicketEvent detailed = FULL.withDetails(new Details(Long.MIN_VALUE, 7, 9_950, true, 3));
    assertThat(Bytes.thereAndBack(WireType.EVENT, detailed)).isEqualTo(detailed);
  }

  @Test
  void anEventThatStatesNothingComesBack() {
    TicketEvent bare = Events.event(EventType.UNKNOWN, 0).named("").named("", "");
    assertThat(Bytes.thereAndBack(WireType.EVENT, bare)).isEqualTo(bare);
  }

  @Test
  void theBytesOfVersion1AreReadForEver() throws IOException {
    TicketEvent read =
        new TicketEventVersion1()
            .deserialize(new DataInputDeserializer(HexFormat.of().parseHex(VERSION_1)));
    assertThat(read).isEqualTo(FULL_IN_VERSION_1.withDetails(Details.LOST));
  }

  @Test
  void arrivalsComeBackWhateverTheirNumbers() {
    for (long number : EXTREMES) {
      TicketEvent event = Events.created(number).due(number).sequence(number).now();
      for (long other : EXTREMES) {
        var arrival = new Arrival<>(event, "in", (int) other, other, other);
        assertThat(Bytes.thereAndBack(WireType.ARRIVAL, arrival)).isEqualTo(arrival);
      }
    }
  }

  @Test
  void everyStringComesBackAlsoOneThatIsNoText() {
    for (String text : List.of("", "a", "Zürich", "北京", "\ud800", "a\udc00b", "x".repeat(5000))) {
      TicketEvent event = Events.created(TEN).in(text).of(text).named(text);
      assertThat(Bytes.thereAndBack(WireType.EVENT, event)).isEqualTo(event);
      assertThat(Bytes.thereAndBack(WireType.TEXT, text)).isEqualTo(text);
    }
  }

  @Test
  void randomEventsAndTicketsComeBack() {
    TicketLife life = new TicketLife(Promised.shipped());
    SplittableRandom random = new SplittableRandom(20260302);
    for (int i = 0; i < LIVES; i++) {
      List<TicketEvent> events = RandomLife.of("T-" + i, random);
      for (TicketEvent event : events) {
        assertThat(Bytes.thereAndBack(WireType.EVENT, event)).isEqualTo(event);
      }
      long time = random.nextBoolean() ? TEN + 6 * HOUR : Long.MIN_VALUE;
      Ticket ticket = life.fold(events, time);
      TicketState state = new TicketState(ticket, life.nextInstant(ticket), i, 3);
      assertThat(Bytes.thereAndBack(WireType.STATE, state)).isEqualTo(state);
    }
  }

  @Test
  void oneSerializerReadsManyValuesFromOneStream() throws IOException {
    TypeSerializer<TicketEvent> serializer = Bytes.serializer(WireType.EVENT);
    var out = new org.apache.flink.core.memory.DataOutputSerializer(16);
    TicketEvent bare = Events.event(EventType.READ, TEN).in("north").now();
    serializer.serialize(FULL, out);
    serializer.serialize(bare, out);
    serializer.serialize(FULL, out);
    var in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(serializer.deserialize(in)).isEqualTo(FULL);
    assertThat(serializer.deserialize(in)).isEqualTo(bare);
    assertThat(serializer.deserialize(in)).isEqualTo(FULL);
  }

  @Test
  void aSnapshotRestoresItsSerializerAndRefusesAnUnknownVersion() throws IOException {
    for (WireType<?> type :
        List.of(WireType.TEXT, WireType.EVENT, WireType.ARRIVAL, WireType.STATE)) {
      TypeSerializer<?> serializer = Bytes.serializer(type);
      var bytes = new ByteArrayOutputStream();
      TypeSerializerSnapshot.writeVersionedSnapshot(
          new DataOutputViewStreamWrapper(bytes), serializer.snapshotConfiguration());
      TypeSerializerSnapshot<?> read =
          TypeSerializerSnapshot.readVersionedSnapshot(
              new DataInputViewStreamWrapper(new ByteArrayInputStream(bytes.toByteArray())),
              getClass().getClassLoader());
      assertThat(read.restoreSerializer()).isEqualTo(serializer);
      assertThatThrownBy(
              () -> read.readSnapshot(9, new DataInputDeserializer(), getClass().getClassLoader()))
          .hasMessageContaining("version 9");
    }
  }

  @Test
  void anEventAndAnOpenTicketTakeLittleRoom() {
    assertThat(Bytes.of(WireType.EVENT, FULL).length).isLessThan(110);
    TicketEvent created = Events.created(TEN).due(TEN + HOUR).now();
    Ticket ticket = new TicketLife(Promised.shipped()).fold(List.of(created), Long.MIN_VALUE);
    TicketState state = new TicketState(ticket, TEN + HOUR, 3, 1);
    assertThat(Bytes.of(WireType.STATE, state).length).isLessThanOrEqualTo(190);
  }

  private static final long[] EXTREMES = {
    Long.MIN_VALUE, Long.MIN_VALUE + 1, -2, -1, 0, 1, TEN, Long.MAX_VALUE - 1, Long.MAX_VALUE
  };

  /**
   * {@link #FULL_IN_VERSION_1} as an encoder written apart from this code from the format's rules
   * writes it.
   */
  private static final String VERSION_1 =
      "551f0e542d312d31303106542d310d0e80a4ecdf956702010a6e6f727468010a736f757468040502"
          + "09010e726570616972730108676f6c64010e68656174696e6781bab7030106542d30066b2d310e54"
          + "2d312d313030";
}
