package io.aftercare.launcher.monitoring;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Alertmanager posts to a webhook (version 4): a group of alerts, some of which may be over.
 *
 * @param status {@code firing} if any alert of the group is, else {@code resolved}
 * @param receiver the receiver of the route that sends it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Notification(
    String status, String receiver, Map<String, String> groupLabels, List<Alert> alerts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @SuppressWarnings("ConstantValue") // Jackson gives null for what is not there
  public Notification {
    groupLabels = orEmpty(groupLabels);
    alerts = alerts == null ? List.of() : List.copyOf(alerts);
  }

  /**
   * One alert of the group.
   *
   * @param status {@code firing} or {@code resolved}
   * @param startsAt when it began to fire, RFC 3339
   * @param fingerprint the same for the same labels
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Alert(
      String status,
      Map<String, String> labels,
      Map<String, String> annotations,
      String startsAt,
      String fingerprint) {
    public Alert {
      labels = orEmpty(labels);
      annotations = orEmpty(annotations);
    }

    public boolean isFiring() {
      return "firing".equals(status);
    }

    /** Its name. */
    public String name() {
      return label("alertname");
    }

    /** A label; empty if it has none. */
    public String label(String name) {
      return labels.getOrDefault(name, "");
    }

    /** An annotation; empty if it has none. */
    public String annotation(String name) {
      return annotations.getOrDefault(name, "");
    }
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }

  /** Reads a webhook's body. */
  public static Notification parse(byte[] body) throws java.io.IOException {
    try {
      return JSON.readValue(body, Notification.class);
    } catch (JsonProcessingException wrong) {
      throw new java.io.IOException(
          "no notification of Alertmanager: " + wrong.getOriginalMessage(), wrong);
    }
  }
}
