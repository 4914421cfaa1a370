package io.aftercare.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root, run in a copy of the tree with stand-ins for java and the build. */
class StartScriptTest {
  private static final Path SCRIPT = Path.of("../../aftercare").toAbsolutePath().normalize();
  private static final String PATH = "/usr/bin:/bin";

  private final Path directory;
  private final Path root;

  record Result(int exitCode, String out, String err) {}

  StartScriptTest(@TempDir Path directory) {
    this.directory = directory;
    this.root = directory.resolve("a place with blanks");
  }

  @BeforeEach
  void copyTheTree() throws Exception {
    for (String each : List.of("schemas", "flink-jobs", "dashboards/exporter", "deploy/launcher")) {
      write(root.resolve(each + "/src/main/Source.java"), "", 1_000);
    }
    write(root.resolve("pom.xml"), "<project/>", 1_000);
    Files.copy(SCRIPT, root.resolve("aftercare"));
    executable(
        root.resolve("mvnw"),
        """
        echo "built with $JAVA_HOME"
        mkdir -p deploy/launcher/target/lib
        : > deploy/launcher/target/launcher.jar
        """);
  }

  @Test
  void isValidShell() throws Exception {
    assertThat(run(Map.of(), List.of("sh", "-n", SCRIPT.toString())).exitCode()).isZero();
  }

  @Test
  void anOldJavaIsNamedTogetherWithHowToGetANewOne() throws Exception {
    Path old = jdk("old", "1.8.0_392");
    Result result = aftercare(Map.of("JAVA_HOME", old.toString(), "PATH", withoutJava()), "demo");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("a JDK 17 or newer is needed", old + "/bin/java is release 8")
        .contains("https://adoptium.net", "JAVA_HOME");
  }

  @Test
  void withoutAnyJavaItSaysHowToGetOne() throws Exception {
    Result result = aftercare(Map.of("PATH", withoutJava()), "demo");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("no java was found", "https://adoptium.net");
  }

  @Test
  void aJavaOnThePathIsTakenWhenJavaHomeIsTooOld() throws Exception {
    built(2_000);
    Path recent = jdk("recent", "21.0.4");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", jdk("old", "11.0.2").toString(), "PATH", recent + "/bin:" + withoutJava());
    Result result = aftercare(environment, "demo", "--for", "60 s");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .contains("java 21.0.4")
        .contains("[-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.aftercare.contract]")
        .contains("[io.aftercare.launcher.Aftercare] [demo] [--for] [60 s]");
  }

  @Test
  void itBuildsOnFirstUseAndNotAgain() throws Exception {
    Map<String, String> environment = Map.of("JAVA_HOME", jdk("recent", "17.0.15").toString());
    Result first = aftercare(environment, "demo");
    assertThat(first.out()).contains("built with " + directory.toRealPath() + "/recent");
    assertThat(first.err()).contains("building; the first time");
    assertThat(aftercare(environment, "demo").out()).doesNotContain("built with");
  }

  @Test
  void itBuildsAgainWhenASourceIsNewerUnlessToldNotTo() throws Exception {
    built(2_000);
    write(root.resolve("flink-jobs/src/main/Source.java"), "changed", 3_000);
    String recent = jdk("recent", "17.0.15").toString();
    assertThat(aftercare(Map.of("JAVA_HOME", recent, "AFTERCARE_NO_BUILD", "1")).out())
        .doesNotContain("built with");
    assertThat(aftercare(Map.of("JAVA_HOME", recent)).out()).contains("built with");
  }

  @Test
  void itBuildsAgainWhenAShippedMappingIsNewer() throws Exception {
    built(2_000);
    write(root.resolve("deploy/launcher/mappings/bank.yaml"), "changed", 3_000);
    String recent = jdk("recent", "17.0.15").toString();
    assertThat(aftercare(Map.of("JAVA_HOME", recent)).out()).contains("built with");
  }

  @Test
  void theJarOfAnOtherVersionIsNeverStarted() throws Exception {
    write(root.resolve("deploy/launcher/target/launcher-0.jar"), "", 9_000);
    Files.createDirectories(root.resolve("deploy/launcher/target/lib"));
    String recent = jdk("recent", "17.0.15").toString();
    assertThat(aftercare(Map.of("JAVA_HOME", recent, "AFTERCARE_NO_BUILD", "1")).err())
        .contains("not built yet");
    assertThat(aftercare(Map.of("JAVA_HOME", recent)).out())
        .contains("built with", "/target/launcher.jar:")
        .doesNotContain("launcher-0.jar");
  }

  @Test
  void itWorksThroughALinkFromAnywhereAndPassesOptionsOfTheJvm() throws Exception {
    built(2_000);
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, Path.of("a place with blanks/aftercare"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            jdk("recent", "17.0.15").toString(),
            "AFTERCARE_JAVA_OPTS",
            "-Xmx1g -Da=b");
    Result result = run(environment, List.of(link.toString(), "demo"));
    Path target = root.toRealPath().resolve("deploy/launcher/target");
    assertThat(result.out())
        .contains("[-Xmx1g] [-Da=b]")
        .contains("[" + target + "/launcher.jar:" + target + "/lib/*]");
  }

  private Result aftercare(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(root.resolve("aftercare").toString()));
    command.addAll(List.of(arguments));
    return run(environment, command);
  }

  private Result run(Map<String, String> environment, List<String> command) throws Exception {
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", PATH);
    builder.environment().putAll(environment);
    int exitCode =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new Result(exitCode, Files.readString(out), Files.readString(err));
  }

  /** A directory of a JDK whose java tells its release and its arguments, and returns 7. */
  private Path jdk(String name, String version) throws Exception {
    Path home = directory.resolve(name);
    executable(
        home.resolve("bin/java"),
        """
        if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2026-01-01' >&2; exit 0; fi
        echo java VERSION
        for each; do printf '[%s] ' "$each"; done
        exit 7
        """
            .replace("VERSION", version));
    executable(home.resolve("bin/javac"), "exit 0\n");
    return home;
  }

  /** A PATH with what the script needs and no java. */
  private String withoutJava() throws Exception {
    Path bin = directory.resolve("bin");
    for (String tool : List.of("sed", "grep", "find", "dirname", "readlink", "touch", "mkdir")) {
      Path usual = Path.of("/usr/bin", tool);
      String command = Files.exists(usual) ? usual.toString() : "/bin/" + tool;
      executable(bin.resolve(tool), "exec " + command + " \"$@\"\n");
    }
    return bin.toString();
  }

  private void built(long atMillis) throws Exception {
    write(root.resolve("deploy/launcher/target/launcher.jar"), "", atMillis);
    Files.createDirectories(root.resolve("deploy/launcher/target/lib"));
  }

  private static void write(Path file, String text, long atMillis) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochMilli(atMillis)));
  }

  private static void executable(Path file, String script) throws Exception {
    write(file, "#!/bin/sh\n" + script, 1_000);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
