package io.aftercare.domain.calendar;

import static io.aftercare.domain.calendar.Hours.at;
import static io.aftercare.domain.calendar.Hours.span;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

/** Deadlines and elapsed times as one finds them on a wall calendar. 2026-02-13 was a Friday. */
class BusinessCalendarTest {
  private final ServiceCalendar office =
      Hours.office("Asia/Kolkata")
          .holiday("2026-01-01")
          .but("2025-12-31", "09:00-12:00")
          .but("2026-02-14", "10:00-14:00")
          .calendar();

  @Test
  void the_weekend_and_the_lunch_break_do_not_count() {
    assertThat(office.add(at("2026-02-06T17:00+05:30"), span("PT4H")))
        .isEqualTo(at("2026-02-09T12:00+05:30"));
    assertThat(office.elapsed(at("2026-02-06T17:00+05:30"), at("2026-02-09T14:00+05:30")))
        .isEqualTo(span("PT5H"));
  }

  @Test
  void a_holiday_is_closed_and_a_half_day_has_its_own_hours() {
    assertThat(office.elapsed(at("2025-12-31T00:00+05:30"), at("2026-01-02T00:00+05:30")))
        .isEqualTo(span("PT3H"));
    assertThat(office.add(at("2025-12-31T11:00+05:30"), span("PT2H")))
        .isEqualTo(at("2026-01-02T10:00+05:30"));
  }

  @Test
  void a_working_weekend_counts() {
    assertThat(office.elapsed(at("2026-02-13T18:00+05:30"), at("2026-02-16T09:00+05:30")))
        .isEqualTo(span("PT4H"));
    assertThat(office.add(at("2026-02-13T17:00+05:30"), span("PT6H")))
        .isEqualTo(at("2026-02-16T10:00+05:30"));
  }

  @Test
  void what_comes_in_closed_time_starts_at_the_next_opening() {
    assertThat(office.add(at("2026-02-07T12:00+05:30"), span("PT30M")))
        .isEqualTo(at("2026-02-09T09:30+05:30"));
    assertThat(office.elapsed(at("2026-02-07T12:00+05:30"), at("2026-02-08T23:59:59.999+05:30")))
        .isZero();
  }

  @Test
  void nothing_added_is_the_instant_itself_even_in_closed_time() {
    long sunday = at("2026-02-08T12:00+05:30");
    assertThat(office.add(sunday, 0)).isEqualTo(sunday);
  }

  @Test
  void a_budget_that_ends_at_closing_time_ends_today() {
    assertThat(office.add(at("2026-02-09T09:00+05:30"), span("PT8H")))
        .isEqualTo(at("2026-02-09T18:00+05:30"));
    assertThat(office.add(at("2026-02-09T09:00+05:30"), span("PT3H30M")))
        .isEqualTo(at("2026-02-09T12:30+05:30"));
    assertThat(office.add(at("2026-02-09T09:00+05:30"), span("PT8H") + 1))
        .isEqualTo(at("2026-02-10T09:00+05:30") + 1);
  }

  @Test
  void it_is_open_from_the_opening_on_and_closed_from_the_closing_on() {
    assertThat(office.isOpen(at("2026-02-09T09:00+05:30") - 1)).isFalse();
    assertThat(office.isOpen(at("2026-02-09T09:00+05:30"))).isTrue();
    assertThat(office.isOpen(at("2026-02-09T12:30+05:30") - 1)).isTrue();
    assertThat(office.isOpen(at("2026-02-09T12:30+05:30"))).isFalse();
  }

  @Test
  void the_next_change_lies_after_the_instant_asked_for() {
    assertThat(office.nextChange(at("2026-02-06T09:00+05:30")))
        .isEqualTo(at("2026-02-06T12:30+05:30"));
    assertThat(office.nextChange(at("2026-02-06T12:30+05:30")))
        .isEqualTo(at("2026-02-06T13:30+05:30"));
    assertThat(office.nextChange(at("2026-02-06T18:00+05:30")))
        .isEqualTo(at("2026-02-09T09:00+05:30"));
  }

  @Test
  void a_night_shift_belongs_to_the_day_on_which_it_begins() {
    ServiceCalendar nights =
        Hours.in("UTC")
            .on(THURSDAY, "22:00-30:00")
            .on(FRIDAY, "22:00-30:00")
            .holiday("2026-02-13")
            .calendar();
    assertThat(nights.elapsed(at("2026-02-12T12:00Z"), at("2026-02-13T12:00Z")))
        .isEqualTo(span("PT8H"));
    assertThat(nights.elapsed(at("2026-02-13T12:00Z"), at("2026-02-14T12:00Z"))).isZero();
  }

  @Test
  void days_that_end_at_midnight_join_without_a_seam() {
    ServiceCalendar weekend =
        Hours.in("UTC").on(SATURDAY, "00:00-24:00").on(SUNDAY, "00:00-24:00").calendar();
    assertThat(weekend.nextChange(at("2026-02-14T00:00Z"))).isEqualTo(at("2026-02-16T00:00Z"));
  }

  @Test
  void a_date_with_its_own_hours_joins_the_shift_that_runs_into_it() {
    ServiceCalendar nights =
        Hours.in("UTC").on(THURSDAY, "22:00-30:00").but("2026-02-13", "05:00-08:00").calendar();
    assertThat(nights.elapsed(at("2026-02-12T12:00Z"), at("2026-02-14T00:00Z")))
        .isEqualTo(span("PT10H"));
  }

  @Test
  void months_and_years_are_added_as_exactly_as_hours() {
    // 52 weeks and a day of 40 hours a week: from Monday 2026-03-02 09:00 to Monday 2027-03-01.
    ServiceCalendar plain = Hours.office("UTC").calendar();
    assertThat(plain.add(at("2026-03-02T09:00Z"), 52 * span("PT40H") + span("PT1H")))
        .isEqualTo(at("2027-03-01T10:00Z"));
    assertThat(plain.elapsed(at("1999-01-04T00:00Z"), at("2030-12-30T00:00Z")))
        .isEqualTo(1_669 * span("PT40H"));
  }

  @Test
  void time_ends_with_the_last_year_that_calendars_know() {
    assertThat(office.add(at("2199-12-30T09:00+05:30"), span("PT100H")))
        .isEqualTo(ServiceCalendar.NEVER);
    assertThat(office.add(at("2026-02-09T09:00+05:30"), Long.MAX_VALUE))
        .isEqualTo(ServiceCalendar.NEVER);
    assertThat(office.nextChange(Long.MAX_VALUE - 1)).isEqualTo(ServiceCalendar.NEVER);
    assertThat(office.isOpen(Long.MIN_VALUE)).isFalse();
    assertThat(office.elapsed(Long.MIN_VALUE, Long.MAX_VALUE)).isPositive();
    assertThat(office.elapsed(Long.MIN_VALUE, at("1900-01-01T00:00Z"))).isZero();
  }

  @Test
  void a_calendar_that_opens_on_no_weekday_is_refused() {
    assertThatThrownBy(() -> Hours.in("UTC").but("2026-01-01", "09:00-10:00").hours())
        .hasMessageContaining("opens on no day of the week; give at least one");
    assertThatThrownBy(() -> Hours.in("UTC").on(MONDAY).hours())
        .hasMessageContaining("opens on no day of the week");
  }

  @Test
  void hours_that_contradict_themselves_are_refused() {
    assertThatThrownBy(() -> DayHours.of("09:00-12:00", "11:59-13:00"))
        .hasMessage("09:00-12:00 and 11:59-13:00 overlap; write one opening");
    assertThatThrownBy(() -> Opening.parse("22:00-06:00"))
        .hasMessage(
            "22:00-06:00 ends before it begins; if it ends the next day, write 22:00-30:00");
    assertThatThrownBy(
            () -> Hours.in("UTC").on(SUNDAY, "22:00-30:00").on(MONDAY, "05:00-06:00").hours())
        .hasMessageContaining("sun [\"22:00-30:00\"] runs into mon [\"05:00-06:00\"]");
    assertThatThrownBy(
            () ->
                Hours.office("UTC").holiday("2026-01-01").but("2026-01-01", "09:00-10:00").hours())
        .hasMessageContaining("2026-01-01 is both a holiday and an exception");
  }

  @Test
  void negative_time_cannot_be_added() {
    assertThatThrownBy(() -> office.add(0, -1)).hasMessageContaining("negative");
    assertThatThrownBy(() -> ServiceCalendar.AROUND_THE_CLOCK.add(0, -1))
        .hasMessageContaining("negative");
  }

  @Test
  void calendars_with_the_same_hours_are_equal_and_say_the_same() {
    ServiceCalendar one = Hours.in("UTC").on(MONDAY, "09:00-12:00", "12:00-18:00").calendar();
    ServiceCalendar same = Hours.in("UTC").on(MONDAY, "09:00-18:00").on(SUNDAY).calendar();
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(one.description())
        .isEqualTo(
            "{id: \"test\", zone: \"UTC\", weekly: {mon: [\"09:00-18:00\"]}, holidays: {},"
                + " exceptions: {}}");
    assertThat(one).isNotEqualTo(Hours.in("Etc/UTC").on(MONDAY, "09:00-18:00").calendar());
  }

  @Test
  void a_calendar_survives_serialization() throws Exception {
    office.elapsed(0, at("2026-02-09T14:00+05:30"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(office);
    }
    assertThat(bytes.size()).isLessThan(4_000);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ServiceCalendar read = (ServiceCalendar) in.readObject();
      assertThat(read).isEqualTo(office);
      assertThat(read.nextChange(at("2026-02-06T18:00+05:30")))
          .isEqualTo(at("2026-02-09T09:00+05:30"));
    }
  }
}
