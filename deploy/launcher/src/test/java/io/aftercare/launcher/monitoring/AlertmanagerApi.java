package io.aftercare.launcher.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What an Alertmanager answers over HTTP.
 *
 * @param address {@code http://127.0.0.1:PORT}
 */
record AlertmanagerApi(URI address) {

  /** An alert that it holds. */
  record Held(String state, String startsAt) {}

  /** The alerts of a name in a region. */
  List<Held> alerts(String name, String region) {
    String filters =
        "filter=%s&filter=%s"
            .formatted(
                PrometheusApi.encoded("alertname=\"" + name + "\""),
                PrometheusApi.encoded("region=\"" + region + "\""));
    JsonNode all = PrometheusApi.json(address.resolve("/api/v2/alerts?" + filters));
    return StreamSupport.stream(all.spliterator(), false)
        .map(each -> new Held(each.at("/status/state").asText(), each.path("startsAt").asText()))
        .toList();
  }
}
