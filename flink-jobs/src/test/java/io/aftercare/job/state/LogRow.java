package io.aftercare.job.state;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.ClockChange;
import io.aftercare.domain.ticket.LedgerEntry;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record of the ledger log or the milestones log as words, so that what one version said can be
 * kept and held against what another says.
 *
 * @param name what it is about within its ticket
 * @param gone whether it says that there never was such a thing
 */
record LogRow(String ticket, String name, long revision, boolean gone, Map<String, String> fields) {
  private static final int OWN = 4;

  static LogRow of(LedgerEntry entry) {
    Clock row = entry.row();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("policy", row.policy());
    fields.put("policy_version", Integer.toString(row.policyVersion()));
    fields.put("opened_at", instant(row.openedAt()));
    fields.put("opened_in", word(row.openedIn()));
    fields.put("deadline", instant(row.deadline()));
    fields.put("verdict", row.verdict().label());
    fields.put("settled_at", instant(row.settledAt()));
    fields.put("cause", row.cause());
    fields.put("stopped_at", instant(row.stoppedAt()));
    fields.put("region", word(row.region()));
    fields.put("origin_region", word(entry.originRegion()));
    fields.put("priority", row.priority().label());
    fields.put("calendar", row.calendar() + "@" + row.calendarVersion());
    fields.put("warned_at", instant(row.warnedAt()));
    fields.put("budget", Long.toString(row.budget()));
    fields.put("spent", Long.toString(row.spent()));
    fields.put("state_since", instant(row.stateSince()));
    return new LogRow(
        entry.ticketId(),
        "%s/%s/%d".formatted(row.sla(), row.slot(), row.cycle()),
        entry.revision(),
        entry.kind() == ClockChange.Kind.REMOVED,
        fields);
  }

  static LogRow of(MilestoneEntry entry) {
    Milestone step = entry.step();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", instant(step.at()));
    fields.put("elapsed_ms", Long.toString(step.elapsedMillis()));
    fields.put("region", step.facts().regionLabel());
    fields.put("priority", step.facts().priority().label());
    fields.put("claim", step.claim().label());
    return new LogRow(
        entry.ticketId(),
        "%s/%d".formatted(step.kind().label(), step.number()),
        entry.revision(),
        entry.retracted(),
        fields);
  }

  private static String instant(long millis) {
    return millis == Clock.NEVER ? "" : Instant.ofEpochMilli(millis).toString();
  }

  private static String word(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The fold of a log: the last row of everything it speaks of, in the order of names. */
  static Map<String, LogRow> last(Collection<LogRow> log) {
    Map<String, LogRow> last = new TreeMap<>();
    for (LogRow row : log) {
      last.merge(
          row.ticket() + " " + row.name(), row, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    return last;
  }

  /** What is true at the end of a log; of the fields only those that are asked for. */
  static Map<String, Map<String, String>> truth(Collection<LogRow> log, Collection<String> asked) {
    Map<String, Map<String, String>> truth = new TreeMap<>();
    last(log)
        .forEach(
            (key, row) -> {
              if (!row.gone()) {
                Map<String, String> fields = new LinkedHashMap<>(row.fields());
                fields.keySet().retainAll(asked);
                truth.put(key, fields);
              }
            });
    return truth;
  }

  /** The rows as CSV under a header. No value has a comma. */
  static String write(Collection<LogRow> rows) {
    List<String> lines = new ArrayList<>();
    for (LogRow row : rows) {
      if (lines.isEmpty()) {
        lines.add("ticket,name,revision,gone," + String.join(",", row.fields().keySet()));
      }
      lines.add(
          "%s,%s,%d,%s,%s"
              .formatted(
                  row.ticket(),
                  row.name(),
                  row.revision(),
                  row.gone(),
                  String.join(",", row.fields().values())));
    }
    return String.join("\n", lines) + "\n";
  }

  static List<LogRow> read(List<String> lines) {
    List<String> header = List.of(lines.get(0).split(",", -1));
    List<LogRow> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(",", -1));
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = OWN; i < header.size(); i++) {
        fields.put(header.get(i), cells.get(i));
      }
      rows.add(
          new LogRow(
              cells.get(0),
              cells.get(1),
              Long.parseLong(cells.get(2)),
              Boolean.parseBoolean(cells.get(3)),
              fields));
    }
    return rows;
  }
}
