package io.aftercare.launcher.broker;

import io.aftercare.launcher.UsageException;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * Says which key of the configuration a Kafka client refused to be built from, why, and what would
 * be right. A client's own message names the property and may quote its value, as a wrong choice or
 * address; passwords it never quotes.
 */
final class WrongClientSettings {
  private static final String SERVERS = "bootstrap.servers";

  private WrongClientSettings() {}

  static UsageException of(KafkaException refusal, Map<String, String> client) {
    String reason = reason(refusal);
    UsageException wrong =
        new UsageException(reason.contains(SERVERS) ? servers(reason, client) : property(reason));
    wrong.initCause(refusal);
    return wrong;
  }

  private static String servers(String reason, Map<String, String> client) {
    return "kafka.bootstrap_servers: '"
        + client.getOrDefault(SERVERS, "")
        + "': "
        + reason
        + "; write host:port, such as localhost:9092, several separated by commas";
  }

  private static String property(String reason) {
    return "kafka.properties: " + reason + "; correct that property or leave it out";
  }

  /** What the configuration's check said; the client wraps it in a word of its own. */
  private static String reason(KafkaException refusal) {
    Throwable told = refusal;
    while (!(told instanceof ConfigException) && told.getCause() != null) {
      told = told.getCause();
    }
    String message = told.getMessage();
    return message == null ? told.getClass().getSimpleName() : message;
  }
}
