package io.aftercare.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.launcher.demo.DemoCommand;
import io.aftercare.launcher.run.RunCommand;
import io.aftercare.launcher.service.Product;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class AftercareTest {
  /** Starts nothing: these tests end before anything would. */
  private static final Product NOTHING =
      new Product(
          List.of(),
          options -> {
            throw new IllegalStateException("no exporter here");
          });

  @Command(name = "break")
  static final class Break implements Runnable {
    private final RuntimeException failure;

    Break(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public void run() {
      throw failure;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "demo", "run"})
  void helpIsThereForEveryCommandAndListsTheExitCodes(String command) {
    CommandRun help = run((command + " --help").strip().split(" ", -1));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("Usage: aftercare", "--help", "--version", "--stacktrace", "Exit codes:")
        .contains("wrong usage, configuration or input", "interrupted with Ctrl-C");
  }

  @Test
  void theVersionNamesProgramAndJava() {
    assertThat(run("--version").out()).startsWith("aftercare ").contains("(Java ");
  }

  @Test
  void aMissingCommandListsTheCommands() {
    CommandRun nothing = run();
    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).startsWith("aftercare: a command is missing: one of demo, run");
  }

  @Test
  void anUnknownOptionIsSentToTheNearestOne() {
    CommandRun typo = run("demo", "--prot", "1");
    assertThat(typo.exitCode()).isEqualTo(2);
    assertThat(typo.err())
        .startsWith("aftercare demo: Unknown option")
        .contains("; did you mean --port?", "Try 'aftercare demo --help'.");
    assertThat(run("dmeo").err()).contains("; did you mean demo?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--for 60",
        "--port 70000",
        "--speed 0",
        "--speed NaN",
        "--seed x",
        "--late-region mars",
        "--silent-region mars"
      })
  void aWrongValueIsAUsageErrorInOneLine(String arguments) {
    CommandRun wrong = run(("demo " + arguments).split(" ", -1));
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains(arguments.split(" ", -1)[0]).doesNotContain("\tat ");
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void aTakenPortIsNamedWithTheRemedyBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun demo = run("demo", "--port", Integer.toString(taken.getLocalPort()));
      assertThat(demo.exitCode()).isEqualTo(2);
      assertThat(demo.err())
          .contains("Port " + taken.getLocalPort() + " on 127.0.0.1", "choose another with --port")
          .hasLineCount(1);
    }
  }

  @Test
  void aWrongConfigurationIsNamedByFileLineAndKey(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("a.yaml"), "job:\n  parallelsim: 2\n");
    CommandRun wrong = run("run", "--config", file.toString());
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualToIgnoringNewLines(
            "aftercare run: "
                + file
                + ":2: job.parallelsim: unknown key; did you mean job.parallelism?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kafka.properties={security.protocol: FOO} | kafka.properties: | security.protocol
          kafka.properties={request.timeout.ms: soon, security.protocol: x} | kafka.properties: | 'x'
          kafka.bootstrap_servers=nohost | kafka.bootstrap_servers: 'nohost' | write host:port
          kafka.bootstrap_servers=no.such.invalid:9092 | kafka.bootstrap_servers: | write host:port
          """)
  void whatNoKafkaClientCanHaveIsAUsageErrorNamingTheKey(String set, String key, String told) {
    CommandRun wrong = run("run", "--set", set, "--set", "exporter.port=0");
    assertThat(wrong.exitCode()).as(wrong.err()).isEqualTo(2);
    assertThat(wrong.err()).contains(key, told).doesNotContain("should not happen").hasLineCount(1);
  }

  @Test
  void aFailureIsOneLineAndATraceOnlyWhenAskedFor() {
    CommandFailure failure = new CommandFailure("the job has stopped: disk full");
    CommandRun quiet = CommandRun.of(Aftercare.commandLine(new Break(failure)), "break");
    assertThat(quiet.exitCode()).isEqualTo(1);
    assertThat(quiet.err())
        .isEqualToIgnoringNewLines("aftercare break: the job has stopped: disk full");
    CommandRun loud =
        CommandRun.of(Aftercare.commandLine(new Break(failure)), "break", "--stacktrace");
    assertThat(loud.err()).contains("\tat ");
  }

  @Test
  void anUnexpectedFailureSaysItsInnermostCause() {
    RuntimeException failure =
        new IllegalStateException("outer", new java.io.IOException("No space left on device"));
    CommandRun broken = CommandRun.of(Aftercare.commandLine(new Break(failure)), "break");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(List.of(broken.err().split("\\R", -1)).get(0))
        .isEqualTo("aftercare break: No space left on device (IOException)");
  }

  private static CommandRun run(String... arguments) {
    DemoCommand demo =
        new DemoCommand(
            NOTHING,
            settings -> {
              throw new IllegalStateException("no simulation here");
            });
    String[] given = arguments.length == 1 && arguments[0].isEmpty() ? new String[0] : arguments;
    return CommandRun.of(Aftercare.commandLine(demo, new RunCommand(NOTHING, Map.of())), given);
  }
}
