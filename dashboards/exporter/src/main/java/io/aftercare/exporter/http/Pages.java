package io.aftercare.exporter.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The pages, out of the jar: the documents and what they are made of. A path names one of them or
 * nothing; a name beneath {@code /assets} is plain, so none leads out of its folder. They may load
 * from here alone, and are kept by browsers as long as they do not change.
 */
public final class Pages implements HttpHandler {
  private static final int NOT_MODIFIED = 304;
  private static final int NOT_FOUND = 404;
  private static final String FOLDER = "wallboard/";
  private static final String CHARTS = "META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final String ASSETS = "/assets/";
  private static final String ASSETS_OF_CHARTS = "/assets/uplot/";
  private static final String PLAIN =
      "(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*+/)*+[A-Za-z0-9_-][A-Za-z0-9_.-]*+";
  private static final int LONGEST = 200;
  private static final Map<String, String> DOCUMENTS =
      Map.of("/", "index.html", "/regions/{region}", "region.html", "/tickets/{id}", "ticket.html");
  private static final String POLICY =
      "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
          + " frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

  private final ClassLoader resources;
  private final Map<String, Resource> known = new ConcurrentHashMap<>();

  public Pages() {
    this(Pages.class.getClassLoader());
  }

  Pages(ClassLoader resources) {
    this.resources = resources;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      Answers.requireReading(exchange);
    } catch (ApiException e) {
      Answers.error(exchange, e);
      return;
    }
    String name = resourceOf(exchange.getRequestURI().getRawPath());
    Resource found = name == null ? null : find(name);
    if (found == null) {
      nothingHere(exchange);
    } else {
      serve(exchange, found, Answers.OK);
    }
  }

  private static @Nullable String resourceOf(String path) {
    for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
      if (Route.match(document.getKey(), path) != null) {
        return FOLDER + document.getValue();
      }
    }
    String charts = plainBelow(ASSETS_OF_CHARTS, path);
    if (charts != null) {
      return CHARTS + charts;
    }
    String asset = plainBelow(ASSETS, path);
    return asset == null ? null : FOLDER + "assets/" + asset;
  }

  private static @Nullable String plainBelow(String folder, String path) {
    if (!path.startsWith(folder)) {
      return null;
    }
    String name = path.substring(folder.length());
    return name.length() <= LONGEST && name.matches(PLAIN) ? name : null;
  }

  private @Nullable Resource find(String name) throws IOException {
    Resource held = known.get(name);
    if (held != null) {
      return held;
    }
    Resource read = Resource.read(resources, name);
    if (read != null) {
      known.put(name, read);
    }
    return read;
  }

  private static void serve(HttpExchange exchange, Resource resource, int status)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", resource.contentType());
    headers.putIfAbsent("Content-Security-Policy", List.of(POLICY)); // a configured one stays
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-cache");
    if (status == Answers.OK) {
      headers.set("ETag", resource.tag());
    }
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (status == Answers.OK && known != null && resource.isAmong(known)) {
      Answers.bytes(exchange, NOT_MODIFIED, new byte[0]);
    } else {
      Answers.bytes(exchange, status, resource.content());
    }
  }

  /** A person gets a page that leads on, anything else a line. */
  private void nothingHere(HttpExchange exchange) throws IOException {
    String accepted = exchange.getRequestHeaders().getFirst("Accept");
    Resource page =
        accepted != null && accepted.contains("text/html") ? find(FOLDER + "missing.html") : null;
    if (page != null) {
      serve(exchange, page, NOT_FOUND);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    String line =
        "nothing here; there are /, /regions/{region}, /tickets/{id}, /api/v1, /metrics, /ready and"
            + " /healthz\n";
    Answers.bytes(exchange, NOT_FOUND, line.getBytes(StandardCharsets.UTF_8));
  }
}
