package io.aftercare.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.Priority;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.mapping.MappingLocator;
import io.aftercare.launcher.replay.source.EventRows;
import io.aftercare.launcher.replay.source.Pseudonyms;
import io.aftercare.launcher.replay.source.RowReader;
import io.aftercare.launcher.replay.source.SourceFile;
import io.aftercare.launcher.replay.source.SourceRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The documented example mapping reads the sample export that it is written for. */
class HelpdeskExampleTest {

  @Test
  void theSampleExportReadsAsItsWordsSay() throws Exception {
    List<TicketEvent> events = events("/replay/helpdesk-sample.csv");

    assertThat(events)
        .extracting(TicketEvent::getEventType)
        .containsExactly(
            TicketEventType.CREATED,
            TicketEventType.AGENT_REPLY,
            TicketEventType.CREATED,
            TicketEventType.COMPLAINT_FILED,
            TicketEventType.INTERNAL_NOTE,
            TicketEventType.RESOLVED,
            TicketEventType.CLOSED);
    // 10:00 in Berlin in winter is 09:00 UTC; the second line states its own offset.
    assertThat(events.get(0).getOccurredAt()).isEqualTo(Instant.parse("2024-01-15T09:00:00Z"));
    assertThat(events.get(1).getOccurredAt()).isEqualTo(Instant.parse("2024-01-15T09:12:30Z"));
    assertThat(events.get(0).getPriority()).isEqualTo(Priority.P1);
    assertThat(events.get(0).getCategory()).isEqualTo("Heizung; kalt");
    assertThat(events.get(0).getDueAt()).isEqualTo(Instant.parse("2024-01-16T09:00:00Z"));
    assertThat(events.get(0).getAssigneeRef()).isNull();
    assertThat(events.get(1).getAssigneeRef()).doesNotContain("Muster");
    assertThat(events.get(4).getIsPublic()).isFalse();
  }

  private static List<TicketEvent> events(String resource) throws Exception {
    Mapping mapping = MappingLocator.read("helpdesk-example");
    EventRows rows = new EventRows(mapping, Pseudonyms.keyed("key"));
    Path path =
        Path.of(Objects.requireNonNull(HelpdeskExampleTest.class.getResource(resource)).toURI());
    List<TicketEvent> events = new ArrayList<>();
    try (RowReader reader = new SourceFile(path, "sample").open(mapping, count -> {})) {
      for (SourceRow row = reader.next(); row != null; row = reader.next()) {
        rows.read(Objects.requireNonNull(row.row()))
            .events()
            .forEach(event -> events.add((TicketEvent) event));
      }
    }
    return events;
  }
}
