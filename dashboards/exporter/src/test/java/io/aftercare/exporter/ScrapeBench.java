package io.aftercare.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What a scrape of 10,000 time series costs: processor time of the exporter's process (garbage
 * collection and compiler included) and time until the last byte, over loopback. Not a test: it
 * asserts no figure, and its name keeps it out of every build. CONTRIBUTING says how to run it.
 */
class ScrapeBench {
  private static final int TIME_SERIES = Integer.getInteger("bench.series", 10_000);
  private static final int SCRAPES = Integer.getInteger("bench.scrapes", 300);
  private static final int WARM_UP = 150;

  @Test
  void aScrapeCosts() throws Exception {
    Process process = start();
    try (BufferedReader said =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter orders =
            new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
      String[] portAndSeries = said.readLine().split(" ", -1);
      URI metrics = URI.create("http://127.0.0.1:" + portAndSeries[0] + "/metrics");
      System.out.printf(
          "%s time series, %d scrapes each; processor and latency in ms%n",
          portAndSeries[1], SCRAPES);
      System.out.printf("%-16s %-6s %9s %9s %9s %9s%n", "changed", "", "cpu", "p50", "p99", "KiB");
      HttpClient client = HttpClient.newHttpClient();
      for (int everyNth : new int[] {0, 10, 1}) {
        for (String encoding : List.of("", "gzip")) {
          Run run = new Run(client, metrics, encoding, said, orders);
          run.scrape(WARM_UP, everyNth);
          run.measure(everyNth);
        }
      }
    } finally {
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.aftercare.contract",
            "-cp",
            System.getProperty("java.class.path", ""),
            ScrapedProcess.class.getName(),
            String.valueOf(TIME_SERIES))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private record Run(
      HttpClient client, URI metrics, String encoding, BufferedReader said, PrintWriter orders) {

    void measure(int everyNth) throws Exception {
      long before = ask("cpu");
      Scrapes scrapes = scrape(SCRAPES, everyNth);
      double cpu = (ask("cpu") - before) / 1e6 / SCRAPES;
      System.out.printf(
          Locale.ROOT,
          "%-16s %-6s %9.2f %9.2f %9.2f %9d%n",
          everyNth == 0 ? "none" : everyNth == 1 ? "all" : "every " + everyNth + "th",
          encoding.isEmpty() ? "plain" : encoding,
          cpu,
          scrapes.millis(0.5),
          scrapes.millis(0.99),
          scrapes.bytes() / 1024);
    }

    Scrapes scrape(int count, int everyNth) throws Exception {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(metrics).header("User-Agent", "Prometheus/bench");
      if (!encoding.isEmpty()) {
        request.header("Accept-Encoding", encoding);
      }
      List<Long> nanos = new ArrayList<>(count);
      int bytes = 0;
      for (int i = 0; i < count; i++) {
        ask("tell " + everyNth);
        long start = System.nanoTime();
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        nanos.add(System.nanoTime() - start);
        assertThat(response.statusCode()).isEqualTo(200);
        bytes = response.body().length;
      }
      Collections.sort(nanos);
      return new Scrapes(nanos, bytes);
    }

    private long ask(String order) throws IOException {
      orders.println(order);
      return Long.parseLong(said.readLine());
    }
  }

  private record Scrapes(List<Long> sortedNanos, int bytes) {
    double millis(double share) {
      return sortedNanos.get((int) (share * (sortedNanos.size() - 1))) / 1e6;
    }
  }
}
