package io.aftercare.launcher.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.tool.ToolOnPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed JSON is what the code makes, tried in a copy so that the tree stays clean. */
@Tag("slow")
class DashboardGeneratorTest {
  private static final Path COPY = Path.of("target", "grafana-generator").toAbsolutePath();
  private static final Set<String> LEFT_OUT = Set.of("node_modules", "build", "render");

  private record Said(int exitCode, String text) {}

  @BeforeAll
  static void copyAndInstall() throws Exception {
    ToolOnPath.require("node", "nodejs");
    Path npm = ToolOnPath.require("npm", "npm");
    delete(COPY.resolve("src"));
    delete(COPY.resolve("dashboards"));
    copy(Dashboard.GRAFANA, COPY);
    Said installed = run(npm.toString(), "ci", "--prefer-offline", "--no-audit", "--no-fund");
    assertThat(installed.exitCode()).as(installed.text()).isZero();
  }

  @Test
  void theCommittedDashboardsAreWhatTheCodeMakes() throws Exception {
    Said said = run("npm", "run", "--silent", "check");
    assertThat(said.exitCode()).as(said.text()).isZero();
  }

  @Test
  void aDashboardChangedByHandOrMadeByNobodyIsNamed() throws Exception {
    Path changed = COPY.resolve("dashboards/aftercare-region.json");
    Path stray = COPY.resolve("dashboards/stray.json");
    String right = Files.readString(changed);
    Files.writeString(changed, right.replace("Backlog", "Waiting line"));
    Files.writeString(stray, "{}\n");
    try {
      Said said = run("npm", "run", "--silent", "check");
      assertThat(said.exitCode()).isEqualTo(1);
      assertThat(said.text())
          .contains("aftercare-region.json is not what the code makes")
          .contains("stray.json is made by nobody");
    } finally {
      Files.writeString(changed, right);
      Files.delete(stray);
    }
  }

  private static Said run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(COPY.toFile())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.toList()) {
        String name = child.getFileName().toString();
        if (Files.isDirectory(child) && !LEFT_OUT.contains(name)) {
          copy(child, to.resolve(name));
        } else if (Files.isRegularFile(child)) {
          Files.write(to.resolve(name), Files.readAllBytes(child));
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(DashboardGeneratorTest::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
