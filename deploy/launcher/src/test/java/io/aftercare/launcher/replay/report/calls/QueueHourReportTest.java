package io.aftercare.launcher.replay.report.calls;

import static io.aftercare.launcher.replay.report.calls.ContactPen.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.SegmentOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hand-made contacts, and the rows that a person would reckon of them. */
class QueueHourReportTest {
  private static final CallTerms TWENTY =
      new CallTerms(Duration.ofSeconds(20), Duration.ofSeconds(20), true);
  private static final String NOBODY = ",,,,,";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  private final Contacts contacts = new Contacts();

  @Test
  void everyColumnIsReckonedFromTheContactsOfTheHour() throws Exception {
    add(
        contact("c1", "10:00:00")
            .visit("R", "Q", "10:00:10", "10:00:10", SegmentOutcome.ANSWERED_IN_TIME)
            .leg(1, "10:00:10", "10:02:10", 120_000, 0, 0));
    add(
        contact("c2", "10:05:00")
            .visit("R", "Q", "10:05:00", "10:05:31", SegmentOutcome.ANSWERED_LATE)
            .leg(1, "10:05:31", "10:06:11", 40_000, 5_000, 10_000));
    add(contact("c3", "10:06:00").visit("R", "Q", "10:06:00", "10:06:20", short_()));
    add(
        contact("c4", "10:07:00")
            .visit("R", "Q", "10:07:00", "10:08:00", SegmentOutcome.ABANDONED_LATE));

    write(TWENTY, "10:59:59");

    // offered 4, T 1, A 2, S 1, B 1: 1/4, 1/3, 1/2; abandoned 2/4; waits 0 + 31; handled 120 + 55.
    assertThat(rows("Q"))
        .containsExactly(
            "Q,2020-01-01T10:00:00Z,4,2,2,1,1,0.25,0.3333,0.5,0.5,15.5,87.5,2,2,1,15.5,0,1");
    assertThat(rows("__ALL__")).hasSize(1).first().asString().endsWith(",2,2,1,15.5,0,1");
  }

  @Test
  void theColumnsAreThoseOfTheReference() throws Exception {
    write(TWENTY, "10:00:00");

    assertThat(Files.readAllLines(out.resolve("queue_hour.csv")))
        .containsExactly(
            "queue,hour,c_offered,c_answered,c_abandoned,c_answered_le20s,c_abandoned_le20s,"
                + "c_sl20_of_offered,c_sl20_excl_short_abandons,c_sl20_of_answered,c_abandon_rate,"
                + "c_asa_s,c_aht_s,e_answered,e_abandoned,e_answered_le20s,e_asa_s,queue_len_end,"
                + "queue_len_peak");
  }

  @Test
  void columnsSayByWhatTheyCount() throws Exception {
    CallTerms exclusive = new CallTerms(Duration.ofMillis(1500), Duration.ofSeconds(5), false);
    write(exclusive, "10:00:00");
    assertThat(header())
        .contains(
            "c_answered_le1.5s,c_abandoned_lt5s,c_sl1.5_of_offered,c_sl1.5_excl_short_abandons")
        .contains("e_answered_le1.5s");

    write(CallTerms.OF_POLICIES, "10:00:00");
    assertThat(header())
        .contains("c_answered_in_time,c_abandoned_short,c_sl_of_offered,c_sl_excl_short_abandons")
        .contains("e_answered_in_time");
  }

  @Test
  void whoEntersBeforeTheHourAndLeavesInItIsInOneColumnOfEach() throws Exception {
    add(
        contact("c1", "10:59:00")
            .visit("R", "Q", "10:59:50", "11:00:20", SegmentOutcome.ANSWERED_LATE)
            .leg(1, "11:00:20", "11:01:20", 60_000, 0, 0));

    write(TWENTY, "11:59:59");

    assertThat(rows("Q"))
        .containsExactly(
            "Q,2020-01-01T10:00:00Z,1,1,0,0,0,0.0,0.0,0.0,0.0,30.0,60.0,0,0,0,,1,1",
            "Q,2020-01-01T11:00:00Z,0,0,0,0,0" + NOBODY + ",,1,0,0,30.0,0,1");
  }

  @Test
  void whoLeavesAtTheFullHourWasWaitingAtItsEndAndWhoComesThenWasNot() throws Exception {
    add(contact("c1", "10:30:00").visit("R", "Q", "10:30:00", "11:00:00", late()));
    add(contact("c2", "11:00:00").visit("R", "Q", "11:00:00", "11:00:30", late()));

    write(TWENTY, "11:59:59");

    // At 11:00:00 one goes and one comes: never two.
    assertThat(rows("Q")).extracting(QueueHourReportTest::lengths).containsExactly("1,1", "0,1");
  }

  @Test
  void anHourBeginsAndEndsAtItsFullSecond() throws Exception {
    add(contact("c1", "10:30:00").visit("R", "Q", "10:30:00", "11:00:00", late()));
    add(contact("c2", "12:00:00").visit("R", "Q", "12:00:00", "12:00:30", late()));

    write(TWENTY, "12:59:59");

    assertThat(rows("Q"))
        .extracting(QueueHourReportTest::lengths)
        .containsExactly("1,1", "0,0", "0,1");
  }

  @Test
  void whoIsAnsweredAtOnceWasNeverInTheQueue() throws Exception {
    add(contact("c1", "10:30:00").visit("R", "Q", "10:30:00", "10:30:00", inTime()));

    write(TWENTY, "10:59:59");

    assertThat(rows("Q")).extracting(QueueHourReportTest::lengths).containsExactly("0,0");
  }

  @Test
  void whoStillWaitsIsInTheQueueOfEveryHourToTheEnd() throws Exception {
    add(contact("c1", "10:30:00").visit("R", "Q", "10:30:00", null, SegmentOutcome.WAITING));

    write(TWENTY, "12:10:00");

    assertThat(rows("Q"))
        .containsExactly(
            "Q,2020-01-01T10:00:00Z,1,0,0,0,0" + NOBODY + ",,0,0,0,,1,1",
            "Q,2020-01-01T11:00:00Z,0,0,0,0,0" + NOBODY + ",,0,0,0,,1,1",
            "Q,2020-01-01T12:00:00Z,0,0,0,0,0" + NOBODY + ",,0,0,0,,1,1");
  }

  @Test
  void aQueueOfTwoRegionsIsTwoQueues() throws Exception {
    add(contact("c1", "10:00:00").visit("North", "Sales", "10:00:00", "10:00:05", inTime()));
    add(contact("c2", "10:00:00").visit("South", "Sales", "10:00:00", "10:00:25", late()));
    add(contact("c3", "10:00:00").visit("South", "Parts", "10:00:00", "10:00:05", inTime()));

    write(TWENTY, "10:59:59");

    assertThat(Files.readAllLines(out.resolve("queue_hour.csv")).stream().skip(1))
        .extracting(line -> line.substring(0, line.indexOf(',')) + lineAfterHour(line))
        .containsExactly(
            "North/Sales,1,1,0,1,0,1.0,1.0,1.0",
            "Parts,1,1,0,1,0,1.0,1.0,1.0",
            "South/Sales,1,1,0,0,0,0.0,0.0,0.0",
            "__ALL__,3,3,0,2,0,0.6667,0.6667,0.6667");
  }

  @Test
  void whoLeavesInTheIvrHasARowInTheQueueThatHeCameFor() throws Exception {
    add(contact("c1", "10:00:00").boundFor("R", "Q").ended("10:00:15"));
    add(contact("c2", "12:00:00"));

    write(TWENTY, "13:00:00");

    assertThat(rows("Q"))
        .containsExactly("Q,2020-01-01T10:00:00Z,0,0,0,0,0" + NOBODY + ",,0,0,0,,0,0");
    assertThat(rows("__ALL__"))
        .containsExactly(
            "__ALL__,2020-01-01T10:00:00Z,0,0,0,0,0" + NOBODY + ",,0,0,0,,0,0",
            "__ALL__,2020-01-01T12:00:00Z,0,0,0,0,0" + NOBODY + ",,0,0,0,,0,0");
    assertThat(rows("unknown")).isEmpty();
  }

  @Test
  void callbacksAndTransfersAreOfferedButInNoServiceLevel() throws Exception {
    add(
        contact("c1", "10:00:00")
            .visit("R", "Q", "10:00:00", "10:00:40", SegmentOutcome.TRANSFERRED)
            .visit("R", "P", "10:00:40", "10:00:50", inTime()));
    add(contact("c2", "10:10:00").visit("R", "Q", "10:10:00", "10:11:00", SegmentOutcome.CALLBACK));
    add(contact("c3", "10:20:00").visit("R", "Q", "10:20:00", "10:20:10", inTime()));
    add(contact("c4", "10:30:00").visit("R", "Q", "10:30:00", "10:31:00", voicemail()));

    write(TWENTY, "10:59:59");

    // Q: offered 4; T 1, A 1, V 1: 1/2, 1/2, 1/1.
    assertThat(rows("Q"))
        .containsExactly("Q,2020-01-01T10:00:00Z,4,1,0,1,0,0.5,0.5,1.0,0.0,10.0,,1,0,1,10.0,0,1");
  }

  @Test
  void aCallbacksHandleTimeIsInNoHourOfTheQueueAndALegThatGoesOnIsNotEither() throws Exception {
    add(
        contact("c1", "10:00:00")
            .visit("R", "Q", "10:00:00", "10:01:00", SegmentOutcome.CALLBACK)
            .leg(0, "10:30:00", "10:40:00", 600_000, 0, 0));
    add(
        contact("c2", "10:10:00")
            .visit("R", "Q", "10:10:00", "10:10:10", inTime())
            .talking(1, "10:10:10"));

    write(TWENTY, "10:59:59");

    assertThat(rows("Q"))
        .containsExactly("Q,2020-01-01T10:00:00Z,2,1,0,1,0,1.0,1.0,1.0,0.0,10.0,,1,0,1,10.0,0,1");
    QueueTotals all = new CallReports(TWENTY, ContactPen.at("10:59:59")).totals(contacts).get(1);
    assertThat(all.aht()).isEqualTo("600.0");
  }

  @Test
  void theRecordThatStandsLastIsTheContactAlsoWhereAFailureSaidNumbersAgain() throws Exception {
    add(contact("c1", "10:00:00").revision(2).visit("R", "Old", "10:00:00", null, waiting()));
    add(contact("c1", "10:00:00").revision(1).visit("R", "Q", "10:00:00", "10:00:05", inTime()));

    write(TWENTY, "10:59:59");

    assertThat(rows("Old")).isEmpty();
    assertThat(rows("Q")).extracting(QueueHourReportTest::lengths).containsExactly("0,1");
  }

  private static SegmentOutcome inTime() {
    return SegmentOutcome.ANSWERED_IN_TIME;
  }

  private static SegmentOutcome late() {
    return SegmentOutcome.ANSWERED_LATE;
  }

  private static SegmentOutcome short_() {
    return SegmentOutcome.ABANDONED_SHORT;
  }

  private static SegmentOutcome waiting() {
    return SegmentOutcome.WAITING;
  }

  private static SegmentOutcome voicemail() {
    return SegmentOutcome.VOICEMAIL;
  }

  private void add(ContactPen pen) {
    contacts.add(pen.done());
  }

  private void write(CallTerms terms, String asOf) throws Exception {
    new CallReports(terms, ContactPen.at(asOf)).write(out, contacts, List.of());
  }

  private String header() throws Exception {
    return Files.readAllLines(out.resolve("queue_hour.csv")).get(0);
  }

  private List<String> rows(String queue) throws Exception {
    return Files.readAllLines(out.resolve("queue_hour.csv")).stream()
        .filter(line -> line.startsWith(queue + ","))
        .toList();
  }

  /** queue_len_end and queue_len_peak. */
  private static String lengths(String row) {
    return row.substring(row.lastIndexOf(',', row.lastIndexOf(',') - 1) + 1);
  }

  private static String lineAfterHour(String row) {
    String[] cells = row.split(",", -1);
    return "," + String.join(",", List.of(cells).subList(2, 10));
  }
}
