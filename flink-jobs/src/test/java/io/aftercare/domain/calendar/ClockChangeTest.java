package io.aftercare.domain.calendar;

import static io.aftercare.domain.calendar.Hours.at;
import static io.aftercare.domain.calendar.Hours.span;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Days on which clocks change, by hand. Berlin 2026: 29 March 02:00 to 03:00, 25 October 03:00 to
 * 02:00. New York: 8 March, 1 November. Sydney, Adelaide, Lord Howe: 5 April back, 4 October
 * forward, on Lord Howe by half an hour.
 */
class ClockChangeTest {
  private static final String FORWARD = "2026-03-29T00:00+01:00";
  private static final String FORWARD_END = "2026-03-30T00:00+02:00";
  private static final String BACK = "2026-10-25T00:00+02:00";
  private static final String BACK_END = "2026-10-26T00:00+01:00";

  @Test
  void the_day_has_23_hours_when_clocks_go_forward_and_25_when_they_go_back() {
    ServiceCalendar sundays = Hours.in("Europe/Berlin").on(SUNDAY, "00:00-24:00").calendar();
    assertOpen(sundays, FORWARD, FORWARD_END, "PT23H");
    assertOpen(sundays, BACK, BACK_END, "PT25H");
    assertOpen(sundays, "2026-03-22T00:00+01:00", "2026-03-23T00:00+01:00", "PT24H");
  }

  @Test
  void the_south_turns_its_clocks_the_other_way_round() {
    ServiceCalendar sydney = Hours.in("Australia/Sydney").on(SUNDAY, "00:00-24:00").calendar();
    assertOpen(sydney, "2026-04-05T00:00+11:00", "2026-04-06T00:00+10:00", "PT25H");
    assertOpen(sydney, "2026-10-04T00:00+10:00", "2026-10-05T00:00+11:00", "PT23H");
    ServiceCalendar adelaide = Hours.in("Australia/Adelaide").on(SUNDAY, "01:00-05:00").calendar();
    assertOpen(adelaide, "2026-04-05T00:00+10:30", "2026-04-06T00:00+09:30", "PT5H");
    assertOpen(adelaide, "2026-10-04T00:00+09:30", "2026-10-05T00:00+10:30", "PT3H");
  }

  @Test
  void lord_howe_turns_its_clocks_by_half_an_hour() {
    ServiceCalendar island = Hours.in("Australia/Lord_Howe").on(SUNDAY, "00:00-24:00").calendar();
    assertOpen(island, "2026-04-05T00:00+11:00", "2026-04-06T00:00+10:30", "PT24H30M");
    assertOpen(island, "2026-10-04T00:00+10:30", "2026-10-05T00:00+11:00", "PT23H30M");
  }

  @Test
  void a_night_shift_is_as_long_as_it_really_was() {
    ServiceCalendar nights = Hours.in("America/New_York").on(SATURDAY, "22:00-30:00").calendar();
    assertOpen(nights, "2026-03-07T12:00-05:00", "2026-03-08T12:00-04:00", "PT7H");
    assertOpen(nights, "2026-10-31T12:00-04:00", "2026-11-01T12:00-05:00", "PT9H");
    assertThat(nights.add(at("2026-03-07T22:00-05:00"), span("PT5H")))
        .isEqualTo(at("2026-03-08T04:00-04:00"));
  }

  @Test
  void a_deadline_after_the_weekend_of_the_change_keeps_office_hours() {
    ServiceCalendar office = Hours.office("America/New_York").calendar();
    assertThat(office.add(at("2026-03-06T17:00-05:00"), span("PT2H")))
        .isEqualTo(at("2026-03-09T10:00-04:00"));
    assertOpen(office, "2026-03-06T09:00-05:00", "2026-03-09T18:00-04:00", "PT16H");
  }

  @Test
  void an_edge_in_the_hour_that_does_not_exist_is_the_instant_of_the_change() {
    assertSunday("02:30-04:00", FORWARD, "2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00");
    assertSunday("01:00-02:30", FORWARD, "2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00");
    assertSunday("02:00-03:30", FORWARD, "2026-03-29T03:00+02:00", "2026-03-29T03:30+02:00");
  }

  @Test
  void an_opening_within_the_hour_that_does_not_exist_is_left_out() {
    ServiceCalendar calendar = Hours.in("Europe/Berlin").on(SUNDAY, "02:10-02:50").calendar();
    assertOpen(calendar, FORWARD, FORWARD_END, "PT0S");
    assertThat(calendar.nextChange(at(FORWARD))).isEqualTo(at("2026-04-05T02:10+02:00"));
    assertThat(calendar.add(at(FORWARD), 1)).isEqualTo(at("2026-04-05T02:10+02:00") + 1);
  }

  @Test
  void an_opening_that_starts_in_the_repeated_hour_starts_the_first_time() {
    assertSunday("02:30-04:00", BACK, "2026-10-25T02:30+02:00", "2026-10-25T04:00+01:00");
  }

  @Test
  void an_opening_that_ends_in_the_repeated_hour_ends_the_second_time() {
    assertSunday("01:00-02:30", BACK, "2026-10-25T01:00+02:00", "2026-10-25T02:30+01:00");
  }

  @Test
  void an_opening_beside_the_repeated_hour_has_none_of_it() {
    assertSunday("01:00-02:00", BACK, "2026-10-25T01:00+02:00", "2026-10-25T02:00+02:00");
    assertSunday("03:00-04:00", BACK, "2026-10-25T03:00+01:00", "2026-10-25T04:00+01:00");
  }

  @Test
  void openings_that_meet_in_the_repeated_hour_are_counted_once() {
    ServiceCalendar calendar =
        Hours.in("Europe/Berlin").on(SUNDAY, "01:00-02:15", "02:45-04:00").calendar();
    assertOpen(calendar, BACK, BACK_END, "PT4H");
    assertThat(calendar.nextChange(at("2026-10-25T01:00+02:00")))
        .isEqualTo(at("2026-10-25T04:00+01:00"));
  }

  @Test
  void a_day_whose_first_hour_does_not_exist_begins_at_one() {
    // Cairo 2026: Friday 24 April 00:00 to 01:00.
    ServiceCalendar cairo = Hours.in("Africa/Cairo").on(FRIDAY, "00:00-24:00").calendar();
    assertThat(cairo.nextChange(at("2026-04-23T12:00+02:00")))
        .isEqualTo(at("2026-04-24T01:00+03:00"));
    assertOpen(cairo, "2026-04-23T12:00+02:00", "2026-04-25T12:00+03:00", "PT23H");
  }

  @Test
  void a_day_that_a_zone_skipped_was_never_open() {
    // Samoa went from Thursday 29 December 2011 to Saturday the 31st.
    ServiceCalendar apia = Hours.in("Pacific/Apia").on(FRIDAY, "09:00-17:00").calendar();
    assertOpen(apia, "2011-12-28T00:00-10:00", "2012-01-04T00:00+14:00", "PT0S");
    assertOpen(apia, "2011-12-28T00:00-10:00", "2012-01-07T00:00+14:00", "PT8H");
  }

  @Test
  void around_the_clock_knows_no_zone() {
    ServiceCalendar always = ServiceCalendar.AROUND_THE_CLOCK;
    assertOpen(always, FORWARD, FORWARD_END, "PT23H");
    assertThat(always.add(at(BACK), span("PT24H"))).isEqualTo(at("2026-10-25T23:00+01:00"));
    assertThat(always.nextChange(at(BACK))).isEqualTo(ServiceCalendar.NEVER);
  }

  private static void assertSunday(String opening, String day, String opens, String closes) {
    ServiceCalendar calendar = Hours.in("Europe/Berlin").on(SUNDAY, opening).calendar();
    assertThat(calendar.nextChange(at(day))).as(opening + " opens").isEqualTo(at(opens));
    assertThat(calendar.nextChange(at(opens))).as(opening + " closes").isEqualTo(at(closes));
    assertThat(calendar.elapsed(at(day), at(closes))).isEqualTo(at(closes) - at(opens));
  }

  private static void assertOpen(ServiceCalendar calendar, String from, String until, String span) {
    assertThat(calendar.elapsed(at(from), at(until))).isEqualTo(span(span));
  }
}
