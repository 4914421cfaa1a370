package io.aftercare.launcher.replay.report;

/** What happened in one region in one hour or day. */
final class Bucket {
  int created;
  int resolved;
  int reopened;
  int closed;
  int breached;
  int claimed;
  int claimsMet;

  /** Steps that move the backlog without a column of their own: transfers, cancelled tickets. */
  int others;

  /** By how much open tickets became more. */
  int backlogChange;

  final Quantiles resolutions = new Quantiles();

  /** Whether anything happened that a row of an hour shows or carries on. */
  boolean isActive() {
    return breached > 0 || hasDayFigures();
  }

  /** The same for a row of a day, which has no breaches. */
  boolean hasDayFigures() {
    return created + resolved + reopened + closed + others > 0;
  }
}
