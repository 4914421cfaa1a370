package io.aftercare.exporter;

import io.aftercare.contract.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments and environment to settings; an argument wins over its variable. Errors are {@link
 * IllegalArgumentException}s that name the option, what was found and what would be right.
 */
final class CommandLine {
  static final String HELP =
      """
      Serves Aftercare's metrics topic to Prometheus: /metrics, /ready, /healthz; and to people
      what needs a look now: / and /api/v1.

      Usage: aftercare-exporter --bootstrap HOST:PORT[,HOST:PORT...] [options]

        --bootstrap LIST   Kafka brokers               AFTERCARE_BOOTSTRAP   (required)
        --topic NAME       the metrics topic           AFTERCARE_TOPIC       (%s)
        --attention-topic NAME   of the tickets that need a look, the ledger log, the steps in
        --verdicts-topic NAME    tickets' lives, the windows that closed, complaints that are more
                                 than usual: for the pages and their API; empty: not read
        --milestones-topic NAME  AFTERCARE_ATTENTION_TOPIC     (%s)
        --windows-topic NAME     AFTERCARE_VERDICTS_TOPIC      (%s)
                                 AFTERCARE_MILESTONES_TOPIC    (%s)
                                 AFTERCARE_WINDOWS_TOPIC       (%s)
        --spikes-topic NAME      AFTERCARE_SPIKES_TOPIC        (%s)
        --bind ADDRESS     address to listen on        AFTERCARE_BIND        (%s)
        --port NUMBER      port, 0 = any free one      AFTERCARE_PORT        (%d)
        --region NAME      a known region; repeat it   AFTERCARE_REGIONS, separated by ';'
                           for more (default: regions are discovered)
        --series-cap N     time series after which new AFTERCARE_SERIES_CAP  (%d)
                           ones count as 'other'; 0 = no cap
        --no-ticket-ids    /metrics names no ticket    AFTERCARE_NO_TICKET_IDS=true
        --web.config.file FILE  TLS, users, headers    AFTERCARE_WEB_CONFIG_FILE
                           as for every Prometheus exporter (default: none)
        --kafka KEY=VALUE  a further property of the Kafka client; repeat it for more
        --help             this text

      Exit codes: 0 stopped, 1 cannot start, 2 wrong usage.
      """
          .formatted(
              Topics.METRICS,
              Topics.ATTENTION,
              Topics.VERDICTS,
              Topics.MILESTONES,
              Topics.WINDOWS,
              Topics.SPIKES,
              ExporterSettings.DEFAULT_BIND_ADDRESS,
              ExporterSettings.DEFAULT_PORT,
              ExporterSettings.DEFAULT_SERIES_CAP);

  private static final String NO_TICKET_IDS = "--no-ticket-ids";
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("--bootstrap", "AFTERCARE_BOOTSTRAP"),
          Map.entry("--topic", "AFTERCARE_TOPIC"),
          Map.entry("--attention-topic", "AFTERCARE_ATTENTION_TOPIC"),
          Map.entry("--verdicts-topic", "AFTERCARE_VERDICTS_TOPIC"),
          Map.entry("--milestones-topic", "AFTERCARE_MILESTONES_TOPIC"),
          Map.entry("--windows-topic", "AFTERCARE_WINDOWS_TOPIC"),
          Map.entry("--spikes-topic", "AFTERCARE_SPIKES_TOPIC"),
          Map.entry("--bind", "AFTERCARE_BIND"),
          Map.entry("--port", "AFTERCARE_PORT"),
          Map.entry("--series-cap", "AFTERCARE_SERIES_CAP"),
          Map.entry("--web.config.file", "AFTERCARE_WEB_CONFIG_FILE"));

  private final Map<String, String> values = new HashMap<>();
  private final List<String> regions = new ArrayList<>();
  private final Map<String, String> kafka = new HashMap<>();
  private boolean namesNoTicket;

  private CommandLine() {}

  static boolean asksForHelp(String... arguments) {
    return List.of(arguments).contains("--help") || List.of(arguments).contains("-h");
  }

  static ExporterSettings parse(Map<String, String> environment, String... arguments) {
    CommandLine line = new CommandLine();
    Iterator<String> words = List.of(arguments).iterator();
    while (words.hasNext()) {
      line.option(words.next(), words);
    }
    line.fill(environment);
    return line.settings();
  }

  private void option(String name, Iterator<String> words) {
    if (name.equals(NO_TICKET_IDS)) {
      namesNoTicket = true;
      return;
    }
    boolean known =
        VARIABLES.containsKey(name) || name.equals("--region") || name.equals("--kafka");
    if (!known) {
      throw new IllegalArgumentException(name + ": no such option; --help lists them");
    }
    if (!words.hasNext()) {
      throw new IllegalArgumentException(name + ": its value is missing");
    }
    String value = words.next();
    switch (name) {
      case "--region" -> regions.add(value);
      case "--kafka" -> property(value);
      default -> values.put(name, value);
    }
  }

  private void property(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("--kafka: '" + assignment + "' is not KEY=VALUE");
    }
    kafka.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }

  private void fill(Map<String, String> environment) {
    VARIABLES.forEach(
        (option, variable) -> {
          String value = environment.get(variable);
          if (value != null) {
            values.putIfAbsent(option, value);
          }
        });
    String unnamed = environment.getOrDefault("AFTERCARE_NO_TICKET_IDS", "false").strip();
    if (!List.of("true", "false").contains(unnamed)) {
      throw new IllegalArgumentException(
          "AFTERCARE_NO_TICKET_IDS: '" + unnamed + "' is neither true nor false");
    }
    namesNoTicket |= unnamed.equals("true");
    String known = environment.getOrDefault("AFTERCARE_REGIONS", "");
    if (regions.isEmpty() && !known.isBlank()) {
      regions.addAll(List.of(known.split(";", -1)));
    }
  }

  private ExporterSettings settings() {
    String bootstrap = values.get("--bootstrap");
    if (bootstrap == null) {
      throw new IllegalArgumentException(
          "--bootstrap: is missing; give the Kafka brokers as HOST:PORT, or set AFTERCARE_BOOTSTRAP");
    }
    kafka.put("bootstrap.servers", bootstrap);
    return new ExporterSettings(
        kafka,
        values.getOrDefault("--topic", Topics.METRICS),
        values.getOrDefault("--bind", ExporterSettings.DEFAULT_BIND_ADDRESS),
        number("--port", ExporterSettings.DEFAULT_PORT),
        regions,
        number("--series-cap", ExporterSettings.DEFAULT_SERIES_CAP),
        new LedgerTopics(
            values.getOrDefault("--attention-topic", Topics.ATTENTION),
            values.getOrDefault("--verdicts-topic", Topics.VERDICTS),
            values.getOrDefault("--milestones-topic", Topics.MILESTONES),
            values.getOrDefault("--windows-topic", Topics.WINDOWS),
            values.getOrDefault("--spikes-topic", Topics.SPIKES)),
        !namesNoTicket,
        webConfigFile(values.get("--web.config.file")));
  }

  private static @Nullable Path webConfigFile(@Nullable String name) {
    if (name != null && name.isBlank()) {
      throw new IllegalArgumentException(
          "--web.config.file: is empty; give a file or leave it out");
    }
    return name == null ? null : Path.of(name);
  }

  private int number(String option, int otherwise) {
    String value = values.get(option);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + ": '" + value + "' is not a whole number", e);
    }
  }
}
