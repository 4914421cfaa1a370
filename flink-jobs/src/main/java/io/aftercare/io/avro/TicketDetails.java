package io.aftercare.io.avro;

import io.aftercare.contract.TicketEvent;
import io.aftercare.domain.ticket.Details;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** From the contract's ticket event to what no clock depends on. */
final class TicketDetails {
  private static final double HUNDREDTHS = 100 * 100.0;
  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  private TicketDetails() {}

  static Details of(TicketEvent e) {
    Details details =
        new Details(
            hash(e.getCustomerRef()),
            hash(e.getAssetRef()),
            score(e),
            scale(e, 0, 10),
            e.getMissingFields().size());
    return details.equals(Details.NONE) ? Details.NONE : details;
  }

  /**
   * A scale that is missing, upside down or endless makes an answer that nobody can place: none.
   */
  private static int score(TicketEvent e) {
    Double answer = e.getSurveyScore();
    Double min = e.getSurveyMin();
    Double max = e.getSurveyMax();
    if (answer == null || min == null || max == null || !(max > min && max - min < ENDLESS)) {
      return Details.NO_SCORE;
    }
    double share = (answer - min) / (max - min);
    return share >= 0 && share <= 1 ? (int) Math.round(share * HUNDREDTHS) : Details.NO_SCORE;
  }

  private static boolean scale(TicketEvent e, double min, double max) {
    return score(e) != Details.NO_SCORE && e.getSurveyMin() == min && e.getSurveyMax() == max;
  }

  /** 64 bits of FNV-1a, mixed; 0 stands for nobody. */
  static long hash(@Nullable String pseudonym) {
    if (pseudonym == null || pseudonym.isEmpty()) {
      return 0;
    }
    long hash = 0xcbf29ce484222325L;
    for (byte each : pseudonym.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
