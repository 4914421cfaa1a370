package io.aftercare.launcher.replay.report.calls;

import static io.aftercare.launcher.replay.report.calls.ContactPen.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.contract.SegmentOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactsReportTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path out;

  private final Contacts contacts = new Contacts();

  @Test
  void everyVisitIsARowWithWhatAgentsDidThen() throws Exception {
    contacts.add(
        contact("c1", "10:00:00")
            .ticket("t7")
            .visit("R", "Q", "10:00:10", "10:00:15.500", SegmentOutcome.ANSWERED_IN_TIME)
            .leg(1, "10:00:15.500", "10:01:00", 30_000, 14_500, 5_000)
            .visit("R", "P", "10:01:00", "10:03:00", SegmentOutcome.ANSWERED_LATE)
            .leg(2, "10:03:00", "10:04:00", 60_000, 0, 0)
            .leg(2, "10:04:00", "10:05:30", 90_000, 0, 30_000)
            .ended("10:05:30")
            .done());

    assertThat(rows())
        .containsExactly(
            "contact_id,channel,ticket_id,offered_at,ended_at,orphan,segment,region,queue,"
                + "entered_at,exited_at,outcome,wait_s,threshold_s,legs,answered_at,left_at,talk_s,"
                + "hold_s,wrap_up_s,handle_s,handle_final,timed_out",
            "c1,voice,t7,2020-01-01T10:00:00Z,2020-01-01T10:05:30Z,false,1,R,Q,"
                + "2020-01-01T10:00:10Z,2020-01-01T10:00:15.500Z,answered_in_time,5.5,20.0,1,"
                + "2020-01-01T10:00:15.500Z,2020-01-01T10:01:00Z,30.0,14.5,5.0,49.5,true,false",
            "c1,voice,t7,2020-01-01T10:00:00Z,2020-01-01T10:05:30Z,false,2,R,P,"
                + "2020-01-01T10:01:00Z,2020-01-01T10:03:00Z,answered_late,120.0,20.0,2,"
                + "2020-01-01T10:03:00Z,2020-01-01T10:05:30Z,150.0,0.0,30.0,180.0,true,false");
  }

  @Test
  void whoWaitsOrTalksHasNoEndYet() throws Exception {
    contacts.add(
        contact("c1", "10:00:00").visit("R", "Q", "10:00:10", null, SegmentOutcome.WAITING).done());
    contacts.add(
        contact("c2", "10:00:00")
            .visit("R", "Q", "10:00:10", "10:00:20", SegmentOutcome.ANSWERED_IN_TIME)
            .talking(1, "10:00:20")
            .done());

    assertThat(rows().get(1))
        .isEqualTo(
            "c1,voice,,2020-01-01T10:00:00Z,,false,1,R,Q,2020-01-01T10:00:10Z,,waiting,,20.0,0,"
                + ",,,,,,,false");
    assertThat(rows().get(2))
        .endsWith("10.0,20.0,1,2020-01-01T10:00:20Z,,0.0,0.0,0.0,0.0,false,false");
  }

  @Test
  void aCallbackIsSegmentNoughtAndAContactWithoutAQueueHasARowToo() throws Exception {
    contacts.add(
        contact("c1", "10:00:00")
            .visit("R", "Q", "10:00:00", "10:01:00", SegmentOutcome.CALLBACK)
            .leg(0, "10:30:00", "10:31:00", 60_000, 0, 0)
            .done());
    contacts.add(contact("c2", "10:05:00").boundFor("R", "Q").ended("10:05:09").done());

    assertThat(rows().get(2))
        .isEqualTo(
            "c1,voice,,2020-01-01T10:00:00Z,,false,0,R,Q,,,,,,1,2020-01-01T10:30:00Z,"
                + "2020-01-01T10:31:00Z,60.0,0.0,0.0,60.0,true,false");
    assertThat(rows().get(3))
        .isEqualTo(
            "c2,voice,,2020-01-01T10:05:00Z,2020-01-01T10:05:09Z,false,,R,Q,,,,,,0,,,,,,,,false");
  }

  @Test
  void aWaitThatNoEventEndedSaysSo() throws Exception {
    contacts.add(
        contact("c1", "10:00:00")
            .visit("R", "Q", "10:00:00", "12:00:00", SegmentOutcome.FAILED)
            .done());

    assertThat(rows().get(1)).contains(",failed,7200.0,").endsWith(",true");
  }

  private List<String> rows() throws Exception {
    new CallReports(CallTerms.OF_POLICIES, ContactPen.at("13:00:00"))
        .write(out, contacts, List.of());
    return Files.readAllLines(out.resolve("contacts.csv"));
  }
}
