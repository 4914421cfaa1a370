package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path directory;

  @Test
  void theFirstDirectoryOfThePathWinsAndWhatCannotRunIsNoProgram() throws IOException {
    Path first = Files.createDirectories(directory.resolve("first"));
    Path second = Files.createDirectories(directory.resolve("second"));
    Files.createFile(first.resolve("plain"));
    Path plain = program(second.resolve("plain"));
    Path both = program(first.resolve("both"));
    program(second.resolve("both"));
    Files.createDirectories(first.resolve("directory"));

    Executables found = on(first + "::" + directory.resolve("gone") + ":" + second);

    assertThat(found.first("plain")).contains(plain);
    assertThat(found.first("both")).contains(both);
    assertThat(found.first("directory")).isEmpty();
    assertThat(found.first("none", "plain")).contains(plain);
  }

  @Test
  void allThatIsMissingIsNamedAtOnceWithItsPackage() throws IOException {
    assertThatThrownBy(() -> MonitoringTools.require("--with-prometheus", on("")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--with-prometheus: not on the PATH: prometheus (Debian: apt install prometheus),"
                + " alertmanager (Debian: apt install prometheus-alertmanager);"
                + " elsewhere from https://prometheus.io/download");

    program(directory.resolve("prometheus"));
    assertThatThrownBy(() -> MonitoringTools.require("--with-prometheus", on(directory + "")))
        .hasMessageContaining("not on the PATH: alertmanager (Debian");
  }

  @Test
  void alertmanagerGoesByTwoNames() throws IOException {
    Path prometheus = program(directory.resolve("prometheus"));
    Path upstream = program(directory.resolve("alertmanager"));
    assertThat(MonitoringTools.require("x", on(directory + "")))
        .isEqualTo(new MonitoringTools(prometheus, upstream));

    Path debian = program(directory.resolve("prometheus-alertmanager"));
    assertThat(MonitoringTools.require("x", on(directory + "")).alertmanager()).isEqualTo(debian);
  }

  private static Executables on(String path) {
    return Executables.of(Map.of("PATH", path));
  }

  private static Path program(Path file) throws IOException {
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
