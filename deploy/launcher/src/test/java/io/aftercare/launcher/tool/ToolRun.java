package io.aftercare.launcher.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program did: exit code, and what it printed to both outputs. */
public record ToolRun(int exitCode, String output) {
  private static final long PATIENCE_MINUTES = 10;

  /** Runs it to its end. */
  public static ToolRun of(Path tool, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(tool.toString());
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile("tool", ".out");
      try {
        return run(command, output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  private static ToolRun run(List<String> command, Path output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException(command + " did not end");
    }
    return new ToolRun(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
