package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AtWorkTest {
  private final AtWork atWork = new AtWork(Duration.ofMillis(400));
  private final ExecutorService oneThread = Executors.newSingleThreadExecutor();
  private final CountDownLatch cutOff = new CountDownLatch(1);
  private final HttpServer server = started();

  @AfterEach
  void stop() {
    server.stop(0);
    atWork.close();
    oneThread.shutdownNow();
  }

  @Test
  void aReaderThatDoesNotReadGivesTheThreadBack() throws Exception {
    try (Socket lazy =
        new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      lazy.getOutputStream()
          .write("GET /endless HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      lazy.getOutputStream().flush();
      assertThat(cutOff.await(1, TimeUnit.MINUTES)).isTrue();
      HttpRequest next =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/short"))
              .timeout(Duration.ofMinutes(1))
              .build();
      HttpResponse<Void> answer =
          HttpClient.newHttpClient().send(next, HttpResponse.BodyHandlers.discarding());
      assertThat(answer.statusCode()).isEqualTo(204);
    }
  }

  private HttpServer started() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.setExecutor(oneThread);
      made.createContext(
          "/endless",
          atWork.watched(
              exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] some = new byte[1 << 16];
                try {
                  while (true) {
                    exchange.getResponseBody().write(some);
                  }
                } finally {
                  cutOff.countDown();
                }
              }));
      made.createContext(
          "/short",
          atWork.watched(
              exchange -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
              }));
      made.start();
      return made;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
