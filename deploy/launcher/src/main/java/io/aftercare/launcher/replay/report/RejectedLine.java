package io.aftercare.launcher.replay.report;

import io.aftercare.contract.DeadLetter;
import java.util.Comparator;

/**
 * A line that did not count, as the dead letters tell it.
 *
 * @param file the file, or the topic and partition if the record is not from a file
 * @param line the line, or the offset
 */
public record RejectedLine(String file, long line, String reason) {
  static final Comparator<RejectedLine> ORDER =
      Comparator.comparing(RejectedLine::file, CodePoints.ORDER)
          .thenComparingLong(RejectedLine::line)
          .thenComparing(RejectedLine::reason, CodePoints.ORDER);

  /** Reads it from a dead letter. */
  public static RejectedLine of(DeadLetter letter) {
    String origin = letter.getOrigin();
    int colon = origin == null ? -1 : origin.lastIndexOf(':');
    if (origin == null || colon < 0 || !origin.substring(colon + 1).matches("\\d{1,18}")) {
      String partition = letter.getTopic() + "-" + letter.getPartition();
      return new RejectedLine(partition, letter.getOffset(), letter.getReason());
    }
    long line = Long.parseLong(origin.substring(colon + 1));
    return new RejectedLine(origin.substring(0, colon), line, letter.getReason());
  }
}
