package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every option: its default, its argument, its variable, its rejected value. */
class CommandLineTest {
  private static final Map<String, String> BROKER = Map.of("AFTERCARE_BOOTSTRAP", "kafka:9092");

  @Test
  void theDefaultsAreLoopbackPort9464AndTheBudget() {
    assertThat(CommandLine.parse(BROKER))
        .isEqualTo(
            new ExporterSettings(
                Map.of("bootstrap.servers", "kafka:9092"),
                "aftercare.metrics.v1",
                "127.0.0.1",
                9464,
                List.of(),
                45_000,
                new LedgerTopics(
                    "aftercare.attention.v1",
                    "aftercare.verdicts.v1",
                    "aftercare.milestones.v1",
                    "aftercare.windows.v1",
                    "aftercare.spikes.v1"),
                true,
                null));
  }

  @Test
  void argumentsWinOverVariables() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("AFTERCARE_BOOTSTRAP", "env:1"),
            Map.entry("AFTERCARE_TOPIC", "env-topic"),
            Map.entry("AFTERCARE_ATTENTION_TOPIC", "env-attention"),
            Map.entry("AFTERCARE_VERDICTS_TOPIC", "env-verdicts"),
            Map.entry("AFTERCARE_MILESTONES_TOPIC", "env-milestones"),
            Map.entry("AFTERCARE_WINDOWS_TOPIC", "env-windows"),
            Map.entry("AFTERCARE_SPIKES_TOPIC", "env-spikes"),
            Map.entry("AFTERCARE_NO_TICKET_IDS", "true"),
            Map.entry("AFTERCARE_BIND", "127.0.0.2"),
            Map.entry("AFTERCARE_PORT", "1"),
            Map.entry("AFTERCARE_REGIONS", "env one;env two"),
            Map.entry("AFTERCARE_SERIES_CAP", "1"),
            Map.entry("AFTERCARE_WEB_CONFIG_FILE", "env.yml"));
    String[] arguments = {
      "--bootstrap",
      "arg:1",
      "--topic",
      "arg-topic",
      "--attention-topic",
      "arg-attention",
      "--verdicts-topic",
      "arg-verdicts",
      "--milestones-topic",
      "",
      "--windows-topic",
      "arg-windows",
      "--spikes-topic",
      "arg-spikes",
      "--bind",
      "127.0.0.3",
      "--port",
      "2",
      "--region",
      "arg, one",
      "--series-cap",
      "0",
      "--web.config.file",
      "arg.yml",
      "--kafka",
      "a.b=c=d"
    };
    assertThat(CommandLine.parse(environment))
        .isEqualTo(
            new ExporterSettings(
                Map.of("bootstrap.servers", "env:1"),
                "env-topic",
                "127.0.0.2",
                1,
                List.of("env one", "env two"),
                1,
                new LedgerTopics(
                    "env-attention", "env-verdicts", "env-milestones", "env-windows", "env-spikes"),
                false,
                Path.of("env.yml")));
    assertThat(CommandLine.parse(environment, arguments))
        .isEqualTo(
            new ExporterSettings(
                Map.of("bootstrap.servers", "arg:1", "a.b", "c=d"),
                "arg-topic",
                "127.0.0.3",
                2,
                List.of("arg, one"),
                0,
                new LedgerTopics("arg-attention", "arg-verdicts", "", "arg-windows", "arg-spikes"),
                false,
                Path.of("arg.yml")));
  }

  @ParameterizedTest
  @CsvSource({
    "--port,        x,     --port: 'x' is not a whole number",
    "--port,        65536, port: 65536 is not in 0..65535",
    "--series-cap,  -1,    series cap: -1 is negative",
    "--topic,       '',    topic: is empty",
    "--bind,        ' ',   bind address: is empty",
    "--bootstrap,   '',    bootstrap.servers is missing",
    "--kafka,       abc,   --kafka: 'abc' is not KEY=VALUE",
    "--prot,        1,     --prot: no such option",
    "--web.config.file, ' ', --web.config.file: is empty",
  })
  void aWrongValueIsNamed(String option, String value, String message) {
    assertThatThrownBy(() -> CommandLine.parse(BROKER, option, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void ticketsAreNotNamedOnRequest() {
    assertThat(CommandLine.parse(BROKER, "--no-ticket-ids", "--port", "1").ticketIds()).isFalse();
    assertThatThrownBy(
            () ->
                CommandLine.parse(
                    Map.of("AFTERCARE_BOOTSTRAP", "a:1", "AFTERCARE_NO_TICKET_IDS", "yes")))
        .hasMessage("AFTERCARE_NO_TICKET_IDS: 'yes' is neither true nor false");
  }

  @Test
  void aMissingValueAndMissingBrokersAreNamed() {
    assertThatThrownBy(() -> CommandLine.parse(BROKER, "--port"))
        .hasMessage("--port: its value is missing");
    assertThatThrownBy(() -> CommandLine.parse(Map.of()))
        .hasMessageContaining("--bootstrap: is missing");
  }

  @Test
  void helpNamesEveryOption() {
    assertThat(CommandLine.asksForHelp("--port", "1", "--help")).isTrue();
    assertThat(CommandLine.HELP)
        .contains("--bootstrap", "--topic", "--bind", "--port", "--region", "--series-cap")
        .contains("--attention-topic", "--verdicts-topic", "--milestones-topic", "--no-ticket-ids")
        .contains("--web.config.file", "AFTERCARE_WEB_CONFIG_FILE")
        .contains("9464", "45000", "aftercare.metrics.v1");
  }
}
