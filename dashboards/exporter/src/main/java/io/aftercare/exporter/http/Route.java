package io.aftercare.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of the API and what answers it.
 *
 * @param template the path; a segment in braces stands for any one
 * @param parameters names of the parameters it takes
 */
record Route(String template, List<String> parameters, Answer answer) {
  private static final String WILD = "{";

  /** What answers. */
  @FunctionalInterface
  interface Answer {
    /**
     * Answers a request.
     *
     * @param name the segment that stands for the one in braces; empty if there is none
     */
    void to(HttpExchange exchange, String name, Query query) throws ApiException, IOException;
  }

  /** What makes a record to be sent as JSON. */
  @FunctionalInterface
  interface Model {
    Object of(String name, Query query) throws ApiException;
  }

  static Route json(String template, List<String> parameters, Model model) {
    return of(
        template,
        parameters,
        (exchange, name, query) -> Answers.json(exchange, model.of(name, query)));
  }

  static Route of(String template, List<String> parameters, Answer answer) {
    return new Route(template, List.copyOf(parameters), answer);
  }

  /** The segment in braces, empty if the template has none; null if the path is another. */
  @Nullable String match(String rawPath) {
    return match(template, rawPath);
  }

  static @Nullable String match(String template, String rawPath) {
    String[] wanted = template.split("/", -1);
    String[] found = rawPath.split("/", -1);
    if (wanted.length != found.length) {
      return null;
    }
    String name = "";
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith(WILD) && !found[i].isEmpty()) {
        name = decode(found[i]);
      } else if (!wanted[i].equals(found[i])) {
        return null;
      }
    }
    return name;
  }

  /** A plus is a plus in a path. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
