package io.aftercare.launcher.replay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares the files of a replay with the reference answers: the same rows, in the same order where
 * the reference has one, and equal text in every column that both have. Their column names map to
 * ours as the data's own description says.
 */
public final class ReferenceAnswers {
  private static final int SHOWN = 10;
  private static final Map<String, String> HOUR_COLUMNS =
      same("region", "created", "resolved", "reopened", "closed", "breached", "backlog_end");
  private static final Map<String, String> DAY_COLUMNS =
      same(
          "region",
          "day",
          "created",
          "resolved",
          "reopened",
          "closed",
          "backlog_end",
          "res_n",
          "sla_n",
          "sla_met");
  private static final Map<String, String> TICKET_COLUMNS =
      same(
          "ticket_id",
          "created",
          "first_response",
          "first_resolved",
          "last_resolved",
          "first_closed",
          "reopened_n");

  private static final Map<String, String> QUEUE_COLUMNS =
      same(
          "queue",
          "hour",
          "c_offered",
          "c_answered",
          "c_abandoned",
          "c_answered_le20s",
          "c_abandoned_le20s",
          "c_sl20_of_offered",
          "c_sl20_excl_short_abandons",
          "c_sl20_of_answered",
          "c_abandon_rate",
          "c_asa_s",
          "c_aht_s",
          "e_answered",
          "e_abandoned",
          "e_answered_le20s",
          "e_asa_s",
          "queue_len_end",
          "queue_len_peak");

  static {
    HOUR_COLUMNS.put("hour", "hour_utc");
    DAY_COLUMNS.put("res_p50_s", "res_p50_nr_s");
    DAY_COLUMNS.put("res_p90_s", "res_p90_nr_s");
    DAY_COLUMNS.put("res_p95_s", "res_p95_nr_s");
    TICKET_COLUMNS.put("region", "home_region");
    TICKET_COLUMNS.put("due_at", "sla_due");
    TICKET_COLUMNS.put("verdict", "sla_state");
  }

  private final String dataSet;

  private ReferenceAnswers(String dataSet) {
    this.dataSet = dataSet;
  }

  /** The answers of a data set such as {@code boston311_sample}. */
  public static ReferenceAnswers of(String dataSet) {
    return new ReferenceAnswers(dataSet);
  }

  private static Map<String, String> same(String... names) {
    Map<String, String> columns = new LinkedHashMap<>();
    List.of(names).forEach(name -> columns.put(name, name));
    return columns;
  }

  /** Fails with the first differences unless everything in the output directory is as it should. */
  public void assertEqual(Path out) {
    assertRegionHours(out);
    assertRegionDays(out);
    assertTickets(out);
  }

  public void assertRegionHours(Path out) {
    assertRows(out.resolve("region_hour.csv"), "region_hour", HOUR_COLUMNS);
  }

  public void assertRegionDays(Path out) {
    assertRows(out.resolve("region_day.csv"), "region_day", DAY_COLUMNS);
  }

  /** Every column of every row whose hour is of these days, the last one excluded. */
  public void assertQueueHours(Path out, String firstDay, String lastDay) {
    List<Map<String, String>> theirs =
        CsvFile.rows(ReferenceData.file("reference/" + dataSet + "_hour.csv")).stream()
            .filter(row -> String.valueOf(row.get("hour")).compareTo(firstDay) >= 0)
            .filter(row -> String.valueOf(row.get("hour")).compareTo(lastDay) < 0)
            .toList();
    List<Map<String, String>> ours = CsvFile.rows(out.resolve("queue_hour.csv"));
    assertThat(ours.get(0).keySet()).containsExactlyElementsOf(QUEUE_COLUMNS.keySet());
    assertRows("queue_hour.csv", ours, theirs, QUEUE_COLUMNS);
  }

  public void assertTickets(Path out) {
    Map<String, Map<String, String>> ours = byTicket(CsvFile.rows(out.resolve("tickets.csv")));
    Map<String, Map<String, String>> theirs = byTicket(CsvFile.rows(reference("ticket")));
    assertRows(
        "tickets.csv", List.copyOf(ours.values()), List.copyOf(theirs.values()), TICKET_COLUMNS);
  }

  /** Breached tickets and instants, from the final ledger. */
  public void assertBreaches(Path out, String sla) {
    Map<String, String> ours = new TreeMap<>();
    CsvFile.rows(out.resolve("ledger.csv")).stream()
        .filter(row -> sla.equals(row.get("sla")) && "active".equals(row.get("slot")))
        .filter(row -> "breached".equals(row.get("verdict")))
        .forEach(row -> ours.put(row.get("ticket_id"), row.get("settled_at")));
    Map<String, String> theirs = new TreeMap<>();
    CsvFile.rows(reference("breaches"))
        .forEach(row -> theirs.put(row.get("ticket_id"), row.get("breach_at")));
    assertThat(ours).isEqualTo(theirs);
  }

  private Path reference(String kind) {
    return ReferenceData.file("reference/" + dataSet + "_" + kind + ".csv.gz");
  }

  private void assertRows(Path file, String kind, Map<String, String> columns) {
    List<Map<String, String>> theirs = CsvFile.rows(reference(kind));
    assertRows(String.valueOf(file.getFileName()), CsvFile.rows(file), theirs, columns);
  }

  private static void assertRows(
      String file,
      List<Map<String, String>> ours,
      List<Map<String, String>> theirs,
      Map<String, String> columns) {
    List<String> expected = lines(theirs, columns.values());
    List<String> actual = lines(ours, columns.keySet());
    assertThat(expected).as("the reference of %s", file).isNotEmpty();
    List<String> differences = new ArrayList<>();
    int all = Math.max(expected.size(), actual.size());
    for (int i = 0; i < all && differences.size() < SHOWN; i++) {
      String is = i < actual.size() ? actual.get(i) : "(no row)";
      String should = i < expected.size() ? expected.get(i) : "(no row)";
      if (!is.equals(should)) {
        differences.add("row " + (i + 1) + "\n    is     " + is + "\n    should " + should);
      }
    }
    assertThat(differences)
        .as(
            "%s: %d rows, reference %d; columns %s",
            file, actual.size(), expected.size(), columns.keySet())
        .isEmpty();
  }

  private static List<String> lines(
      List<Map<String, String>> rows, java.util.Collection<String> columns) {
    return rows.stream()
        .map(row -> columns.stream().map(row::get).collect(Collectors.joining(" | ")))
        .toList();
  }

  private static Map<String, Map<String, String>> byTicket(List<Map<String, String>> rows) {
    Map<String, Map<String, String>> byTicket = new TreeMap<>();
    rows.forEach(row -> byTicket.put(String.valueOf(row.get("ticket_id")), row));
    return byTicket;
  }
}
