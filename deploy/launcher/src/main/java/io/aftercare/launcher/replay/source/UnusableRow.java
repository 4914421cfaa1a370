package io.aftercare.launcher.replay.source;

/** A row that is no event; carries the reason. */
public final class UnusableRow extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final String detail;

  public UnusableRow(String reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  public Rejection rejection() {
    return new Rejection(reason, detail);
  }
}
