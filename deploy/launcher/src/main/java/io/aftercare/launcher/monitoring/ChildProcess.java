package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs as long as it is wanted. It ends when closed, or with this process: asked
 * first (TERM), made to after {@link #GRACE} (KILL). Only a KILL of this process leaves it behind.
 */
final class ChildProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int TAIL_LINES = 12;

  private final String name;
  private final Process process;
  private final Path log;
  private final Thread atExit;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.atExit = new Thread(this::end, "aftercare-end-" + name);
  }

  /** Starts it; what it says goes to the log file. */
  static ChildProcess start(String name, List<String> command, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    ChildProcess child = new ChildProcess(name, builder.start(), log);
    try {
      Runtime.getRuntime().addShutdownHook(child.atExit);
    } catch (IllegalStateException endingAlready) {
      child.process.destroyForcibly();
      throw endingAlready;
    }
    return child;
  }

  boolean isRunning() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Fails with the end of its log if it has ended by itself. */
  void requireRunning() {
    if (!isRunning()) {
      throw failure("has stopped (exit code " + process.exitValue() + ")");
    }
  }

  /** What is wrong with it and what it said last. */
  CommandFailure failure(String what) {
    return new CommandFailure(
        name + " " + what + "; the end of its log:" + System.lineSeparator() + tail());
  }

  private String tail() {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
      return String.join(System.lineSeparator(), last);
    } catch (IOException unreadable) {
      return "(" + log + " cannot be read: " + unreadable.getMessage() + ")";
    }
  }

  private void end() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException endingAlready) {
      // This process ends; the hook finds nothing left to do.
    }
  }
}
