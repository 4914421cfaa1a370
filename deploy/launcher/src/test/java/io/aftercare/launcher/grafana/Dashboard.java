package io.aftercare.launcher.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One dashboard as it is committed. */
record Dashboard(JsonNode json) {
  static final Path GRAFANA = Path.of("..", "..", "dashboards", "grafana");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** A panel that asks something; the headings between panels ask nothing. */
  record Panel(String dashboard, JsonNode json) {
    String title() {
      return json.path("title").asText();
    }

    /** How an error names it. */
    String where() {
      return dashboard + ", panel " + json.path("id").asText() + " '" + title() + "'";
    }

    List<JsonNode> targets() {
      return elements(json.path("targets"));
    }

    List<String> expressions() {
      return targets().stream().map(target -> target.path("expr").asText()).toList();
    }
  }

  /** All that are committed, by name. */
  static List<Dashboard> committed() {
    try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(Dashboard::read)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Dashboard of(String text) {
    try {
      return new Dashboard(MAPPER.readTree(text));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Dashboard read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String uid() {
    return json.path("uid").asText();
  }

  /** Panels and headings in the order of the file. */
  List<JsonNode> placed() {
    return elements(json.path("panels"));
  }

  List<Panel> panels() {
    return placed().stream()
        .filter(panel -> !panel.path("type").asText().equals("row"))
        .map(panel -> new Panel(uid(), panel))
        .toList();
  }

  List<JsonNode> variables() {
    return elements(json.path("templating").path("list"));
  }

  List<JsonNode> annotations() {
    return elements(json.path("annotations").path("list"));
  }

  /** The links at the top, those of panels, of their fields and of their overrides. */
  List<JsonNode> links() {
    List<JsonNode> links = new ArrayList<>(elements(json.path("links")));
    for (JsonNode panel : placed()) {
      links.addAll(elements(panel.path("links")));
      links.addAll(elements(panel.path("fieldConfig").path("defaults").path("links")));
      for (JsonNode override : panel.path("fieldConfig").path("overrides")) {
        for (JsonNode property : override.path("properties")) {
          if (property.path("id").asText().equals("links")) {
            links.addAll(elements(property.path("value")));
          }
        }
      }
    }
    return links;
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
