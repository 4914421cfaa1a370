package io.aftercare.launcher.replay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names that people are told are those of the files that are shipped. */
class MappingLocatorTest {

  @Test
  void theNamesAreThoseOfTheShippedMappings() throws Exception {
    assertThat(shipped()).containsExactly(MappingLocator.SHIPPED.split(", ", -1));
  }

  @Test
  void theReadmeNamesThemAll() throws Exception {
    String readme = Files.readString(Path.of("../../README.md"));
    assertThat(readme).contains(MappingLocator.SHIPPED.split(", ", -1));
  }

  private static List<String> shipped() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("mappings"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("[.]yaml$", ""))
          .sorted()
          .toList();
    }
  }
}
