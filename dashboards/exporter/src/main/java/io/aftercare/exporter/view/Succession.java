package io.aftercare.exporter.view;

/** What a further reading of a series does to the one that is held. */
enum Succession {
  /** It takes the place of the held one. */
  TAKES_OVER,
  /** It says the same. */
  SAME,
  /** A gauge published before the held one; ignored. */
  OLDER,
  /** A counter or histogram that would fall; the held one stays and the fall is counted. */
  FALLS
}
