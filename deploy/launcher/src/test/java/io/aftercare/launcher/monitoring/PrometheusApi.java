package io.aftercare.launcher.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a Prometheus answers over HTTP; an error of it is an {@link AssertionError}.
 *
 * @param address {@code http://127.0.0.1:PORT}
 */
record PrometheusApi(URI address) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** One element of an instant vector. */
  record Sample(Map<String, String> labels, double value) {
    String label(String name) {
      return labels.getOrDefault(name, "");
    }
  }

  /**
   * A rule as it is loaded.
   *
   * @param evaluated when last; in the year 1 if never
   */
  record LoadedRule(String kind, String name, String health, String lastError, Instant evaluated) {}

  /** The vector now. */
  List<Sample> query(String expression) {
    return vector(get("/api/v1/query?query=" + encoded(expression)));
  }

  /**
   * The vector at an instant.
   *
   * @param seconds since 1970, exact to the millisecond
   */
  List<Sample> query(String expression, double seconds) {
    String time = "&time=" + String.format(Locale.ROOT, "%.3f", seconds);
    return vector(get("/api/v1/query?query=" + encoded(expression) + time));
  }

  /** Its only element; empty if there is none. */
  OptionalDouble value(String expression) {
    return query(expression).stream().mapToDouble(Sample::value).findFirst();
  }

  /** How many series a range has data of, from this long ago until now. */
  int rangeSize(String expression, Duration back) {
    Instant now = Instant.now();
    JsonNode result =
        get(
            "/api/v1/query_range?step=5&start=%d&end=%d&query=%s"
                .formatted(
                    now.minus(back).getEpochSecond(), now.getEpochSecond(), encoded(expression)));
    return result.path("result").size();
  }

  /** All rules. */
  List<LoadedRule> rules() {
    return elements(get("/api/v1/rules").path("groups"))
        .flatMap(group -> elements(group.path("rules")))
        .map(
            rule ->
                new LoadedRule(
                    rule.path("type").asText(),
                    rule.path("name").asText(),
                    rule.path("health").asText(),
                    rule.path("lastError").asText(),
                    OffsetDateTime.parse(rule.path("lastEvaluation").asText()).toInstant()))
        .toList();
  }

  private static List<Sample> vector(JsonNode data) {
    if (!"vector".equals(data.path("resultType").asText())) {
      throw new AssertionError("no vector: " + data);
    }
    return elements(data.path("result"))
        .map(
            each ->
                new Sample(
                    labels(each.path("metric")),
                    Double.parseDouble(
                        each.path("value").path(1).asText().replace("Inf", "Infinity"))))
        .toList();
  }

  private static Map<String, String> labels(JsonNode metric) {
    Map<String, String> labels = new HashMap<>();
    metric.properties().forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
    return labels;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private JsonNode get(String path) {
    JsonNode answer = json(address.resolve(path));
    if (!"success".equals(answer.path("status").asText())) {
      throw new AssertionError(path + ": " + answer);
    }
    return answer.path("data");
  }

  /** Any JSON that is served there. */
  static JsonNode json(URI from) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(from).timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.ofString());
      return JSON.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(from.toString(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
