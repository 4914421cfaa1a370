package io.aftercare.launcher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.aftercare.launcher.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerProcessTest {
  private final AtomicReference<Path> own = new AtomicReference<>(Path.of(""));

  @Test
  void aProgramThatEndsAtOnceSaysWhyAndLeavesNothing() {
    assertThatThrownBy(
            () -> ServerProcess.start("broken", (in, at) -> shell(in, "echo no such flag; exit 7")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("broken has stopped (exit code 7); the end of its log:")
        .hasMessageEndingWith("no such flag");
    assertThat(own.get()).doesNotExist();
  }

  @Test
  void ofALongLogTheEndIsShown() {
    assertThatThrownBy(
            () -> ServerProcess.start("wordy", (in, at) -> shell(in, "seq 1 100; exit 1")))
        .hasMessageContaining(String.format("log:%n89%n90%n"))
        .hasMessageEndingWith("100");
  }

  @Test
  void aPortThatWasTakenMeanwhileIsTriedAnewElsewhere() {
    List<String> tried = new ArrayList<>();
    assertThatThrownBy(
            () ->
                ServerProcess.start(
                    "unlucky",
                    (in, at) -> {
                      tried.add(at);
                      return shell(in, "echo bind: address already in use; exit 1");
                    }))
        .hasMessageContaining("address already in use");
    assertThat(tried).hasSize(3);
  }

  @Test
  void whoDoesNotListenToTermIsKilled(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    ChildProcess deaf =
        ChildProcess.start(
            "deaf",
            List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"),
            log);
    ProcessHandle handle = ProcessHandle.of(deaf.pid()).orElseThrow();
    await().atMost(1, TimeUnit.MINUTES).until(() -> Files.size(log) > 0);

    deaf.close();

    handle.onExit().get(10, TimeUnit.SECONDS);
    assertThat(deaf.isRunning()).isFalse();
  }

  private List<String> shell(Path directory, String script) throws IOException {
    own.set(directory);
    return List.of("sh", "-c", script);
  }
}
