package io.aftercare.exporter.web;

/**
 * A web configuration that cannot be used. The message names file, line, key and what would be
 * right, and never a password, a hash or a key.
 */
public final class WebConfigException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  WebConfigException(String message) {
    super(message);
  }
}
