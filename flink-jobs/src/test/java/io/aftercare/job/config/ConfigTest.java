package io.aftercare.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final ConfigKey<Integer> SEATS =
      ConfigKey.of("desk.seats", ValueType.integer(1, 9), "3", "How many sit there.");
  private static final ConfigKey<String> OWNER =
      ConfigKey.of("desk.owner", ValueType.TEXT, "", "Whose it is.");
  private static final ConfigKey<Map<String, String>> LOGIN =
      ConfigKey.of("desk.login", ValueType.PROPERTIES, "{}", "How to get in.").hidden();
  private static final ConfigKeys KEYS = ConfigKeys.of(List.of(SEATS, OWNER, LOGIN));

  private final Path directory;

  ConfigTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void theFileYieldsToTheEnvironmentAndThatToFlags() throws Exception {
    Path file = write("desk:\n  seats: 4\n  owner: file\n");
    Map<String, String> environment =
        Map.of("AFTERCARE_DESK_SEATS", "5", "AFTERCARE_DESK_OWNER", "environment");
    Config config = Config.read(KEYS, file, environment, Map.of("desk.seats", "6"));
    assertThat(config.get(SEATS)).isEqualTo(6);
    assertThat(config.get(OWNER)).isEqualTo("environment");
    assertThat(Config.read(KEYS, file, Map.of(), Map.of()).get(SEATS)).isEqualTo(4);
  }

  @Test
  void anEmptyFileLeavesTheDefaults() throws Exception {
    Config config = Config.read(KEYS, write("# nothing yet\n"), Map.of(), Map.of());
    assertThat(config.get(SEATS)).isEqualTo(3);
    assertThat(config.find(OWNER)).isEmpty();
  }

  @Test
  void anUnknownKeyIsRefusedWithFileLineKeyAndTheNearestRightOne() {
    refuses("desk:\n  seats: 4\n  onwer: me\n")
        .hasMessageEndingWith("desk.yaml:3: desk.onwer: unknown key; did you mean desk.owner?");
  }

  @Test
  void aKeyOutsideItsSectionIsSentBackToIt() {
    refuses("seats: 4\n")
        .hasMessageEndingWith("desk.yaml:1: seats: unknown key; did you mean desk.seats?");
    refuses("dest:\n  seats: 4\n")
        .hasMessageEndingWith("desk.yaml:1: dest: unknown key; did you mean desk?");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    refuses("desk:\n  seats: 4\n  owner: me\n  seats: 5\n")
        .hasMessageMatching("(?s).*desk.yaml:4: desk.seats: set twice; first at .*desk.yaml:2");
  }

  @Test
  void aSectionThatStandsTwiceMayNotSetAKeyAgain() {
    refuses("desk:\n  seats: 4\ndesk:\n  seats: 5\n").hasMessageContaining("set twice");
  }

  @Test
  void brokenYamlIsRefusedWithItsLine() {
    refuses("desk:\n  owner: [me\n").hasMessageContaining("desk.yaml:3: not valid YAML");
    refuses("- desk\n").hasMessageEndingWith("desk.yaml:1: expected a section of keys");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Config.read(KEYS, Path.of("/none.yaml"), Map.of(), Map.of()))
        .hasMessage("/none.yaml: no such file");
  }

  @Test
  void secretsAreNeverShown() {
    refuses("desk:\n  login: hunter2\n")
        .hasMessageContaining("the value (not shown) is not a mapping")
        .hasMessageNotContaining("hunter2");
    refuses("desk:\n  login: {password: hunter2, password: hunter3}\n")
        .hasMessageNotContaining("hunter");
  }

  @Test
  void variablesAndFlagsAreHeldToTheSameRules() {
    assertThatThrownBy(() -> variable("AFTERCARE_DESK_SEAT", "4"))
        .hasMessage(
            "environment variable AFTERCARE_DESK_SEAT: unknown; did you mean AFTERCARE_DESK_SEATS?");
    assertThatThrownBy(() -> variable("AFTERCARE_DESK_SEATS", "ten"))
        .hasMessage(
            "environment variable AFTERCARE_DESK_SEATS: desk.seats: 'ten' is not a whole number"
                + " from 1 to 9");
    assertThatThrownBy(() -> Config.read(KEYS, null, Map.of(), Map.of("desk.seat", "4")))
        .hasMessage("--set: unknown key desk.seat; did you mean desk.seats?");
  }

  @Test
  void kubernetesServiceLinksAndVariablesOfOthersAreNotOurs() {
    assertThat(variable("AFTERCARE_DESK_PORT_9464_TCP_ADDR", "10.0.0.7").get(SEATS)).isEqualTo(3);
    assertThat(variable("AFTERCARE_DESK_SEATS", "tcp://10.0.0.7:9464").get(SEATS)).isEqualTo(3);
    assertThat(variable("AFTERCARE_JAVA_OPTS", "-Xmx1g").get(SEATS)).isEqualTo(3);
  }

  @Test
  void theTableHasARowPerKey() {
    assertThat(ConfigTable.of(KEYS).lines())
        .hasSize(5)
        .contains(
            "| `desk.seats` | a whole number from 1 to 9 | `3` | How many sit there. |"
                + " `AFTERCARE_DESK_SEATS` |",
            "| `desk.owner` | text | not set | Whose it is. | `AFTERCARE_DESK_OWNER` |");
  }

  private static Config variable(String name, String value) {
    return Config.read(KEYS, null, Map.of(name, value), Map.of());
  }

  private org.assertj.core.api.AbstractThrowableAssert<?, ?> refuses(String yaml) {
    return assertThatThrownBy(() -> Config.read(KEYS, write(yaml), Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class);
  }

  private Path write(String yaml) throws Exception {
    return Files.writeString(directory.resolve("desk.yaml"), yaml);
  }
}
