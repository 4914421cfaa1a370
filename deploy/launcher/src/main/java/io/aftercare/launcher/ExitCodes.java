package io.aftercare.launcher;

/** What the process returns; the help of every command lists them. */
public final class ExitCodes {
  public static final int OK = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int INTERRUPTED = 130;

  private ExitCodes() {}
}
