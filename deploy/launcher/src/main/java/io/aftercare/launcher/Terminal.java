package io.aftercare.launcher;

/** Whether a person watches. */
public final class Terminal {
  private Terminal() {}

  /** True if standard output is a terminal, as the start script has seen. */
  public static boolean isInteractive() {
    return Boolean.getBoolean("aftercare.terminal");
  }
}
