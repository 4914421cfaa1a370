package io.aftercare.exporter.http;

import org.jspecify.annotations.Nullable;

/** What the API refuses, as it says so. */
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int INTERNAL = 500;
  private static final int UNAVAILABLE = 503;

  private final transient ErrorBody body;

  /** The answer: one error. */
  record ErrorBody(ErrorRow error) {}

  /**
   * An error.
   *
   * @param parameter the parameter that is at fault; null if none is
   */
  record ErrorRow(int status, String code, @Nullable String parameter, String message) {}

  private ApiException(int status, String code, @Nullable String parameter, String message) {
    super(message);
    this.body = new ErrorBody(new ErrorRow(status, code, parameter, message));
  }

  static ApiException badParameter(String parameter, String message) {
    return new ApiException(BAD_REQUEST, "bad_parameter", parameter, parameter + ": " + message);
  }

  static ApiException notFound(String message) {
    return new ApiException(NOT_FOUND, "not_found", null, message);
  }

  static ApiException methodNotAllowed() {
    return new ApiException(
        METHOD_NOT_ALLOWED, "method_not_allowed", null, "only GET and HEAD; everything is read");
  }

  static ApiException internal() {
    return new ApiException(
        INTERNAL, "internal", null, "a fault of the exporter; its log tells more");
  }

  static ApiException notReady(String message) {
    return new ApiException(UNAVAILABLE, "not_ready", null, message);
  }

  static ApiException busy(String message) {
    return new ApiException(UNAVAILABLE, "busy", null, message);
  }

  static ApiException unreachable(String message) {
    return new ApiException(UNAVAILABLE, "unreachable", null, message);
  }

  static ApiException searchIncomplete(String message) {
    return new ApiException(UNAVAILABLE, "search_incomplete", null, message);
  }

  static ApiException tooManyStreams(int most) {
    return new ApiException(
        UNAVAILABLE, "too_many_streams", null, most + " streams are open, which is the most");
  }

  int status() {
    return body.error().status();
  }

  ErrorBody body() {
    return body;
  }

  /** Whether to try again soon is worth it. */
  boolean passes() {
    return status() == UNAVAILABLE;
  }
}
