package io.aftercare.launcher.monitoring;

import java.net.URI;
import java.time.Duration;

/**
 * What the shipped configuration cannot know.
 *
 * @param exporter host:port of the exporter to scrape
 * @param interval between two scrapes, and between two evaluations of the rules
 * @param webhook where Alertmanager sends all notifications
 */
public record MonitoringSetup(String exporter, Duration interval, URI webhook) {
  /** The intervals of the shipped configuration. */
  public static final Duration SHIPPED_INTERVAL = Duration.ofSeconds(5);

  /** Scrapes and evaluates as shipped. */
  public static MonitoringSetup of(String exporter, URI webhook) {
    return new MonitoringSetup(exporter, SHIPPED_INTERVAL, webhook);
  }

  /** These with another interval. */
  public MonitoringSetup every(Duration other) {
    return new MonitoringSetup(exporter, other, webhook);
  }
}
