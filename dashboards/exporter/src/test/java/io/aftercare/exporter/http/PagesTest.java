package io.aftercare.exporter.http;

import static io.aftercare.exporter.http.LoopbackServer.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which path is which file, what comes with it, and that nothing else can be had. */
class PagesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "wallboard/index.html", "<p>board",
          "wallboard/region.html", "<p>region",
          "wallboard/ticket.html", "<p>ticket",
          "wallboard/assets/board.js", "board();",
          "wallboard/assets/fonts/a-b_c.woff2", "font",
          "wallboard/assets/notes.txt", "not of a page",
          "secret.html", "secret");

  private final LoopbackServer server = new LoopbackServer("/", new Pages(new Given()));

  /** Files by hand, and the charts as they are. */
  private static final class Given extends ClassLoader {
    Given() {
      super(PagesTest.class.getClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      String content = FILES.get(name);
      return content == null
          ? super.getResourceAsStream(name)
          : new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, <p>board, text/html; charset=utf-8",
    "/?dark=1, <p>board, text/html; charset=utf-8",
    "/regions/north, <p>region, text/html; charset=utf-8",
    "/regions/K%C3%B6ln%2FEhrenfeld, <p>region, text/html; charset=utf-8",
    "/tickets/T-1, <p>ticket, text/html; charset=utf-8",
    "/assets/board.js, board();, text/javascript; charset=utf-8",
    "/assets/fonts/a-b_c.woff2, font, font/woff2",
  })
  void everyPathHasItsFile(String path, String content, String type) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    assertThat(header(answer, "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
                + " frame-ancestors 'self'; base-uri 'none'; form-action 'none'");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
  }

  @Test
  void theChartsComeFromTheirOwnJar() throws Exception {
    HttpResponse<String> script = server.get("/assets/uplot/uPlot.iife.min.js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.body()).contains("uPlot").contains("1.6.30");
    assertThat(header(server.get("/assets/uplot/uPlot.min.css"), "Content-Type"))
        .isEqualTo("text/css; charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/regions",
        "/regions/",
        "/regions/a/b",
        "/assets/",
        "/assets/none.js",
        "/assets/notes.txt",
        "/assets/fonts",
        "/assets/../secret.html",
        "/assets/%2e%2e/%2e%2e/secret.html",
        "/assets/..%2f..%2fsecret.html",
        "/assets//secret.html",
        "/assets/.hidden.js",
        "/assets/uplot/../../../../../../secret.html",
        "/assets/uplot/%2e%2e/README.md",
        "/wallboard/index.html",
        "/secret.html",
      })
  void nothingElseCanBeHad(String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).startsWith("nothing here; there are /, /regions/{region}");
  }

  @Test
  void anAddressOfThousandsOfFoldersIsNoAddress() throws Exception {
    HttpResponse<String> answer = server.get("/assets/" + "a/".repeat(4_000) + "b.js");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void aPersonWhoIsOnNoPageIsLedToOne() throws Exception {
    HttpResponse<String> answer =
        server.send(
            server
                .to("/nowhere")
                .header("Accept", "text/html,*/*;q=0.8")
                .header("If-None-Match", "*")
                .build());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such page", "<a href=\"/\">");
    assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'self'");
  }

  @Test
  void whatABrowserHasIsNotSentAgain() throws Exception {
    HttpResponse<String> first = server.get("/assets/board.js");
    String tag = header(first, "ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(header(server.get("/"), "ETag")).isNotEqualTo(tag);
    for (String known : new String[] {tag, "\"other\", W/" + tag, "*"}) {
      HttpResponse<String> again =
          server.send(server.to("/assets/board.js").header("If-None-Match", known).build());
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
    }
    HttpResponse<String> changed =
        server.send(server.to("/assets/board.js").header("If-None-Match", "\"other\"").build());
    assertThat(changed.statusCode()).isEqualTo(200);
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    HttpRequest delete = server.to("/").DELETE().build();
    assertThat(server.send(delete).statusCode()).isEqualTo(405);
    HttpRequest head = server.to("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> answer = server.send(head);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.body()).isEmpty();
  }
}
