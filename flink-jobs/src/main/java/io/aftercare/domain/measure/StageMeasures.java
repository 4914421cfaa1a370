package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.BookingChange;
import io.aftercare.domain.ticket.Piece;
import io.aftercare.domain.ticket.Stay;
import io.aftercare.domain.ticket.TicketDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Books the time of tickets, by the region and stage that held it, and observes how long they
 * stayed in a stage. Beside the pieces the life is booked, which the snapshots tell: both come to
 * the same over all regions.
 */
final class StageMeasures {
  private StageMeasures() {}

  static void of(TicketDiff diff, Consumer<Delta> out) {
    BookingChange bookings = diff.bookings();
    time(bookings, out);
    amount(
        bookings.lived(),
        Measure.TICKET_LIFE_SECONDS,
        Measure.TICKET_LIFE_SECONDS_RETRACTED,
        List.of(diff.after().facts().regionLabel()),
        out);
    stays(bookings.gone().stays(), bookings.come().stays(), out);
  }

  private static void time(BookingChange bookings, Consumer<Delta> out) {
    Map<List<String>, Long> more = new LinkedHashMap<>();
    bookings.gone().pieces().forEach(piece -> add(piece, -1, more));
    bookings.come().pieces().forEach(piece -> add(piece, 1, more));
    more.forEach(
        (labels, millis) ->
            amount(
                millis,
                Measure.STAGE_TIME_SECONDS,
                Measure.STAGE_TIME_SECONDS_RETRACTED,
                labels,
                out));
  }

  private static void add(Piece piece, int sign, Map<List<String>, Long> more) {
    more.merge(
        List.of(region(piece.region()), piece.stage().label()),
        sign * (piece.until() - piece.from()),
        Long::sum);
  }

  private static void amount(
      long millis, Measure booked, Measure retracted, List<String> labels, Consumer<Delta> out) {
    if (millis != 0) {
      out.accept(new Delta(millis > 0 ? booked : retracted, labels, Math.abs(millis)));
    }
  }

  /**
   * A stay that is no longer true was corrected; one in its stead, in the same stage, was observed
   * before and is not observed again.
   */
  private static void stays(List<Stay> gone, List<Stay> come, Consumer<Delta> out) {
    List<Stay> replaced = new ArrayList<>(gone);
    for (Stay stay : come) {
      if (!removeFirst(replaced, stay)) {
        out.accept(
            Delta.of(
                Measure.STAGE_DWELL_SECONDS,
                stay.until() - stay.from(),
                region(stay.region()),
                stay.stage().label()));
      }
    }
    for (Stay stay : gone) {
      out.accept(
          Delta.one(
              Measure.OBSERVATIONS_CORRECTED,
              region(stay.region()),
              Measure.STAGE_DWELL_SECONDS.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static boolean removeFirst(List<Stay> stays, Stay like) {
    for (int i = 0; i < stays.size(); i++) {
      if (stays.get(i).stage() == like.stage()) {
        stays.remove(i);
        return true;
      }
    }
    return false;
  }

  private static String region(@Nullable String region) {
    return region == null ? Facts.UNKNOWN_REGION : region;
  }
}
