package io.aftercare.launcher.broker;

/** A broker did not do what it was asked: not reachable, not allowed, or refused. */
public final class BrokerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokerUnavailable(String bootstrapServers, String what, Throwable cause) {
    super("Kafka at " + bootstrapServers + ": cannot " + what + ": " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
