package io.aftercare.launcher;

/** What was asked cannot be done so: wrong option, configuration or input. Exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
