package io.aftercare.exporter.topic;

/** Whether the view may be served. */
public interface Readiness {
  /**
   * True once the topic was read to where it ended at the start, and as long as reading goes on.
   */
  boolean isReady();

  /** For a person: how far the reading is, and what is in its way. */
  String describe();
}
