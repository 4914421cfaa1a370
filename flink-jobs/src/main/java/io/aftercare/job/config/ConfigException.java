package io.aftercare.job.config;

/** A configuration that cannot be used; the message names the place, the key and the remedy. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
