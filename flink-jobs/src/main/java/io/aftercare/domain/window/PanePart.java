package io.aftercare.domain.window;

/**
 * Contributions of one minute, region, priority and channel class, added up where they were made.
 *
 * @param minute its beginning, ms since 1970
 * @param contributions how many were added up
 * @param lastEvent when the last of its events was, ms; {@link Long#MIN_VALUE} if it has none
 */
public record PanePart(
    String region,
    long minute,
    String priority,
    String channelClass,
    long contributions,
    long lastEvent,
    Figures figures,
    Clientele customers) {

  /** The cell it belongs to. */
  String cell(Dimension dimension) {
    return switch (dimension) {
      case REGION -> "";
      case PRIORITY -> priority;
      case CHANNEL_CLASS -> channelClass;
    };
  }
}
