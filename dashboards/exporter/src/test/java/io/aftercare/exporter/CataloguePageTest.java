package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.exporter.view.CataloguePage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that people read is the catalogue that the code keeps. */
class CataloguePageTest {
  private static final Path PAGE = Path.of("..", "METRICS.md");

  /** A broker that nobody runs: what the exporter serves of itself needs none. */
  private static final ExporterSettings NOWHERE =
      ExporterSettings.defaults("127.0.0.1:1").withPort(0);

  @Test
  void thePageIsWhatTheCatalogueSays() throws Exception {
    String page;
    try (Exporter exporter = Exporter.start(NOWHERE)) {
      page = CataloguePage.of(exporter.ownHealth());
    }
    if (System.getProperty("catalogue.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "dashboards/METRICS.md; to write it anew: ./mvnw -Pquick -pl dashboards/exporter -am test"
                + " -Dtest=CataloguePageTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dcatalogue.update")
        .isEqualTo(page);
  }
}
