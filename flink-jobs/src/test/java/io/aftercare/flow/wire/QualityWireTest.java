package io.aftercare.flow.wire;

import static io.aftercare.domain.ticket.Events.HOUR;
import static io.aftercare.domain.ticket.Events.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.Details;
import io.aftercare.domain.ticket.Events;
import io.aftercare.domain.ticket.Quality;
import io.aftercare.domain.ticket.TicketEvent;
import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What is remembered of quality, and the details of events, come back equal. */
class QualityWireTest {
  @Test
  void whateverIsKnownComesBack() throws IOException {
    SplittableRandom random = new SplittableRandom(20260302);
    for (int i = 0; i < 5000; i++) {
      int bits = random.nextInt(1 << 10);
      Quality quality =
          new Quality(
              (bits & 1) != 0,
              (bits & 2) != 0,
              (bits & 4) != 0,
              (bits & 8) != 0,
              (bits & 16) != 0,
              (bits & 32) != 0,
              (bits & 64) != 0 ? instant(random) : Clock.NEVER,
              (bits & 128) != 0 ? instant(random) : Clock.NEVER,
              (bits & 256) != 0 ? instant(random) : Clock.NEVER,
              (bits & 512) != 0 ? random.nextLong() : 0);
      assertThat(thereAndBack(quality)).isEqualTo(quality);
    }
  }

  @Test
  void ofATicketOfWhichNothingIsKnownItTakesAByte() throws IOException {
    assertThat(bytes(Quality.NONE)).hasSize(2); // with the length of the frame
  }

  @Test
  void theDetailsOfAnEventComeBack() {
    for (Details details :
        new Details[] {
          Details.NONE, Details.LOST, new Details(Long.MIN_VALUE, Long.MAX_VALUE, 10_000, true, 9)
        }) {
      TicketEvent event = Events.created(TEN).details(details).now();
      assertThat(Bytes.thereAndBack(WireType.EVENT, event)).isEqualTo(event);
    }
  }

  private static long instant(SplittableRandom random) {
    return random.nextInt(20) == 0 ? random.nextLong() : TEN + random.nextInt(500) * HOUR;
  }

  private static byte[] bytes(Quality quality) throws IOException {
    WireWriter writer = new WireWriter();
    writer.begin();
    QualityWire.write(quality, TEN, writer);
    DataOutputSerializer out = new DataOutputSerializer(16);
    writer.end(out);
    return out.getCopyOfBuffer();
  }

  private static Quality thereAndBack(Quality quality) throws IOException {
    WireReader reader = new WireReader();
    reader.begin(new DataInputDeserializer(bytes(quality)));
    return QualityWire.read(TEN, reader);
  }
}
