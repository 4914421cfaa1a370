package io.aftercare.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.job.config.Config;
import io.aftercare.job.config.ConfigTable;
import io.aftercare.launcher.service.Product.ExporterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "..", "README.md");
  private static final String BEGIN = "<!-- configuration: begin, made by ConfigTable -->\n";
  private static final String END = "<!-- configuration: end -->\n";

  /** With -Daftercare.write=true the page is rewritten instead. */
  @Test
  void thePageHasExactlyTheTableOfTheKeys() throws Exception {
    String page = Files.readString(PAGE);
    String table = ConfigTable.of(ExporterKeys.all());
    String right =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("aftercare.write")) {
      Files.writeString(PAGE, right);
    } else {
      assertThat(page).isEqualTo(right);
    }
  }

  @Test
  void theExporterHasItsDefaults() {
    Config config = Config.read(ExporterKeys.all(), null, Map.of(), Map.of());
    assertThat(ExporterKeys.options(config))
        .isEqualTo(
            new ExporterOptions(
                Map.of("bootstrap.servers", "localhost:9092"),
                "127.0.0.1",
                9464,
                45_000,
                List.of(),
                true,
                null));
  }

  @Test
  void theExporterTakesWhatIsSet() {
    Map<String, String> flags =
        Map.of(
            "exporter.bind_address", "0.0.0.0",
            "exporter.port", "0",
            "exporter.max_series", "9",
            "exporter.ticket_ids", "false",
            "exporter.web_config_file", "web.yml",
            "job.regions", "[north, south]");
    Config config = Config.read(ExporterKeys.all(), null, Map.of(), flags);
    assertThat(ExporterKeys.options(config))
        .isEqualTo(
            new ExporterOptions(
                Map.of("bootstrap.servers", "localhost:9092"),
                "0.0.0.0",
                0,
                9,
                List.of("north", "south"),
                false,
                Path.of("web.yml")));
  }

  @ParameterizedTest
  @CsvSource({
    "exporter.bind_address,''",
    "exporter.port,65536",
    "exporter.max_series,0",
    "exporter.ticket_ids,no"
  })
  void theExporterRefusesWrongValues(String key, String value) {
    assertThatThrownBy(() -> Config.read(ExporterKeys.all(), null, Map.of(), Map.of(key, value)))
        .hasMessageContaining("--set: " + key)
        .hasMessageContaining(" is not ");
  }
}
