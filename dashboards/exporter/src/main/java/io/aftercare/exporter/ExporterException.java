package io.aftercare.exporter;

/** The exporter cannot start; the message says why and what would help. */
public final class ExporterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExporterException(String message, Throwable cause) {
    super(message, cause);
  }
}
