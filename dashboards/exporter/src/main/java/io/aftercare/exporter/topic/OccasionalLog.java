package io.aftercare.exporter.topic;

import java.time.Duration;
import org.slf4j.Logger;

/** Warnings that may come a thousand times a second: at most one a minute, with how many it was. */
final class OccasionalLog {
  private final Logger log;
  private final Every minute = new Every(Duration.ofMinutes(1));
  private long unsaid;

  OccasionalLog(Logger log) {
    this.log = log;
  }

  void warn(String message, Object... arguments) {
    if (!minute.isDue()) {
      unsaid++;
      return;
    }
    String more = unsaid == 0 ? "" : " (" + unsaid + " more since the last such line)";
    log.warn(message + more, arguments);
    unsaid = 0;
  }
}
