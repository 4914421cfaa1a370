package io.aftercare.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.replay.reference.PrometheusText;
import io.aftercare.launcher.service.Product;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The demo as a person starts it: broker, job, exporter and simulator, all real. */
class DemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern FIGURES = Pattern.compile("Figures\\s+(http://\\S+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void showsMovingFiguresOfSeveralRegionsAndStopsByItself() throws Exception {
    CompletableFuture<Integer> demo = CompletableFuture.supplyAsync(this::demo);
    URI figures = untilTold(demo).until(this::address, each -> true);

    PrometheusText first =
        untilTold(demo).until(() -> scrape(figures), page -> created(page).size() >= 2);
    PrometheusText second =
        untilTold(demo).until(() -> scrape(figures), page -> risen(first, page) >= 2);

    first.assertIdentitiesHold();
    second.assertIdentitiesHold();
    assertThat(demo.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .contains("Stopped; nothing is left behind.")
        .containsPattern("s: [1-9][\\d,]* events judged, [1-9][\\d,]* tickets created");
  }

  private int demo() {
    Product product = Product.whole();
    CommandLine command =
        Aftercare.commandLine(new DemoCommand(product, new SimulatedService()))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    return command.execute("demo", "--for", "20s", "--port", "0");
  }

  /** Waits while the demo runs; when it has ended there is nothing left to wait for. */
  private ConditionFactory untilTold(CompletableFuture<Integer> demo) {
    return await().atMost(PATIENCE).ignoreExceptions().failFast("the demo has ended", demo::isDone);
  }

  private URI address() {
    Matcher told = FIGURES.matcher(out.toString());
    assertThat(told.find()).isTrue();
    return URI.create(told.group(1));
  }

  private PrometheusText scrape(URI figures) throws Exception {
    HttpResponse<Stream<String>> response =
        http.send(HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    return PrometheusText.of(response.body());
  }

  /** Tickets created by region, regions without any left out. */
  private static Map<String, Double> created(PrometheusText page) {
    return page.samples().stream()
        .filter(each -> each.name().equals("aftercare_tickets_created_total") && each.value() > 0)
        .collect(
            Collectors.groupingBy(
                each -> each.label("region"),
                TreeMap::new,
                Collectors.summingDouble(PrometheusText.Sample::value)));
  }

  private static long risen(PrometheusText before, PrometheusText after) {
    Map<String, Double> then = created(before);
    return created(after).entrySet().stream()
        .filter(now -> then.containsKey(now.getKey()))
        .filter(now -> now.getValue() > then.getOrDefault(now.getKey(), 0.0))
        .count();
  }
}
