package io.aftercare.launcher.replay.report.calls;

import io.aftercare.contract.AgentLeg;

/** What agents needed: talk, hold and wrap-up of legs whose handle time is final. */
final class Handling {
  private long legs;
  private long millis;

  void add(AgentLeg leg) {
    if (leg.getSettledAt() != null) {
      legs++;
      millis += handleMillis(leg);
    }
  }

  static long handleMillis(AgentLeg leg) {
    return leg.getTalkMillis() + leg.getHoldMillis() + leg.getWrapUpMillis();
  }

  /** Average handle time, s. */
  String average() {
    return Decimals.averageSeconds(millis, legs);
  }
}
