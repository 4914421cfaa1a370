package io.aftercare.launcher.replay.report;

import io.aftercare.contract.MilestoneKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * tickets.csv: a row per ticket with its instants and the verdict of its first clock of the
 * reported SLA; by ticket id. The region is the last that a step of the ticket names.
 */
final class TicketsReport {
  private static final String HEADER =
      "ticket_id,region,created,first_response,first_resolved,last_resolved,first_closed,"
          + "reopened_n,due_at,verdict";
  private static final Comparator<Step> IN_TIME =
      Comparator.comparing(Step::at).thenComparing(Step::kind).thenComparingInt(Step::number);

  private final Collection<TicketStory> stories;
  private final String sla;

  TicketsReport(Collection<TicketStory> stories, String sla) {
    this.stories = stories;
    this.sla = sla;
  }

  void write(Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, HEADER)) {
      for (TicketStory story : stories) {
        if (!story.steps().isEmpty()) {
          write(table, story);
        }
      }
    }
  }

  private void write(CsvTable table, TicketStory story) throws IOException {
    ClockRow clock = story.firstClock(sla);
    table.row(
        story.ticketId(),
        story.steps().stream().max(IN_TIME).map(Step::region).orElse(RegionView.UNKNOWN),
        at(story.step(MilestoneKind.CREATED, 1)),
        at(story.step(MilestoneKind.FIRST_RESPONSE, 1)),
        at(story.step(MilestoneKind.RESOLVED, 1)),
        at(story.last(MilestoneKind.RESOLVED)),
        at(story.step(MilestoneKind.CLOSED, 1)),
        story.steps().stream().filter(s -> s.kind() == MilestoneKind.REOPENED).count(),
        Times.text(clock == null ? null : clock.deadline()),
        clock == null ? "" : clock.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static String at(@Nullable Step step) {
    @Nullable Instant at = step == null ? null : step.at();
    return Times.text(at);
  }
}
