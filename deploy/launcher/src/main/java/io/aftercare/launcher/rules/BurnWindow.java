package io.aftercare.launcher.rules;

/**
 * How fast a budget is spent when somebody must look: a share of a week's budget within one long
 * window, and still going on in a short one. Shares and windows are those of the Site Reliability
 * Workbook, chapter 5 (2 % in an hour: page; 5 % in six hours: less urgent), where they are of a
 * budget of 30 days; see {@link BurnRate} for why it is a week here.
 */
enum BurnWindow {
  /** Wakes somebody. */
  FAST("SlaBudgetBurnFast", "page", 0.02, 1, "1h", "5m", "2m"),
  /** Tells somebody in working hours. */
  SLOW("SlaBudgetBurnSlow", "notify", 0.05, 6, "6h", "30m", "15m");

  /** Hours in the week over which a budget is reckoned. */
  static final double PERIOD_HOURS = 168;

  private final String alert;
  private final String severity;
  private final double share;
  private final double hours;
  private final String longWindow;
  private final String shortWindow;
  private final String patience;

  BurnWindow(
      String alert,
      String severity,
      double share,
      double hours,
      String longWindow,
      String shortWindow,
      String patience) {
    this.alert = alert;
    this.severity = severity;
    this.share = share;
    this.hours = hours;
    this.longWindow = longWindow;
    this.shortWindow = shortWindow;
    this.patience = patience;
  }

  /** The alert's name. */
  String alert() {
    return alert;
  }

  /** The alert's severity. */
  String severity() {
    return severity;
  }

  /** The window that must have burnt enough, as PromQL writes it; it is in recording rules. */
  String longWindow() {
    return longWindow;
  }

  /** The window, a twelfth as long, in which it must still be burning. */
  String shortWindow() {
    return shortWindow;
  }

  /** How long it must hold before the alert fires, as rule files write it. */
  String patience() {
    return patience;
  }

  /** Times the sustainable speed at which the share of the week's budget goes in the window. */
  double wantedFactor() {
    return share * PERIOD_HOURS / hours;
  }
}
