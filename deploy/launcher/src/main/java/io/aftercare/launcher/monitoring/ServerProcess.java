package io.aftercare.launcher.monitoring;

import io.aftercare.launcher.CommandFailure;
import io.aftercare.launcher.broker.TempDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program with a web address of its own on the loopback interface and a directory of its own,
 * which is deleted when it is closed. It answers when {@link #start} returns.
 */
final class ServerProcess implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TempDirectory directory;
  private final ChildProcess child;
  private final URI address;

  /** How it is started. */
  @FunctionalInterface
  interface Launch {
    /**
     * Writes what it needs into the directory.
     *
     * @param listen host:port to listen on
     * @return its command line
     */
    List<String> prepare(Path directory, String listen) throws IOException;
  }

  private ServerProcess(TempDirectory directory, ChildProcess child, URI address) {
    this.directory = directory;
    this.child = child;
    this.address = address;
  }

  /**
   * Starts it on a free port.
   *
   * @throws CommandFailure if it does not answer; with the end of its log
   */
  static ServerProcess start(String name, Launch launch) throws IOException, InterruptedException {
    CommandFailure last = new CommandFailure(name + ": no attempt was made to start it");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return startOnce(name, launch);
      } catch (CommandFailure failure) {
        last = failure;
        if (!String.valueOf(failure.getMessage()).contains("address already in use")) {
          throw failure;
        }
        // Another process took the port between our finding it free and the program's binding it.
      }
    }
    throw last;
  }

  private static ServerProcess startOnce(String name, Launch launch)
      throws IOException, InterruptedException {
    TempDirectory directory = TempDirectory.create("aftercare-" + name + "-");
    try {
      String listen = "127.0.0.1:" + freePort();
      List<String> command = launch.prepare(directory.path(), listen);
      ChildProcess child =
          ChildProcess.start(name, command, directory.path().resolve(name + ".log"));
      ServerProcess server = new ServerProcess(directory, child, URI.create("http://" + listen));
      server.awaitReady();
      return server;
    } catch (IOException | RuntimeException | InterruptedException failure) {
      directory.close();
      throw failure;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!answers()) {
        child.requireRunning();
        if (System.nanoTime() - end > 0) {
          throw child.failure("does not answer within " + PATIENCE.toSeconds() + " s");
        }
        Thread.sleep(POLL.toMillis());
      }
    } catch (RuntimeException | InterruptedException failure) {
      child.close();
      throw failure;
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/-/ready")).timeout(Duration.ofSeconds(2)).build();
    try {
      HttpResponse<Void> answer = HTTP.send(request, HttpResponse.BodyHandlers.discarding());
      return answer.statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Where it answers: {@code http://127.0.0.1:PORT}. */
  URI address() {
    return address;
  }

  long pid() {
    return child.pid();
  }

  boolean isRunning() {
    return child.isRunning();
  }

  /** Fails with the end of its log if it has ended by itself. */
  void requireRunning() {
    child.requireRunning();
  }

  @Override
  public void close() {
    try (directory) {
      child.close();
    }
  }
}
