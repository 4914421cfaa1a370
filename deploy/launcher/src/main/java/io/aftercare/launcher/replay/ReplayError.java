package io.aftercare.launcher.replay;

/**
 * A replay that cannot start or go on. The message is for a person: it names file, line, key or
 * column, what was found, and what would be right. The command ends with exit code 2.
 */
public class ReplayError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplayError(String message) {
    super(message);
  }
}
