package io.aftercare.io.baseline;

/** A file that is no baseline to begin from. The message is for a person and says what would be. */
public final class BaselineError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BaselineError(String message) {
    super(message);
  }
}
