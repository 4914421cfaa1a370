package io.aftercare.exporter.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web configuration file as it was read, by the convention of the Prometheus exporter toolkit.
 * Stricter than that where a mistake would leave a door open: an empty section, a CA that is
 * missing and a key that is there twice are errors.
 *
 * @param tls null: plain HTTP
 * @param headers added to every answer
 * @param users bcrypt hash by name; empty: everybody
 * @param wantsHttp2 true if the file asks for HTTP/2, which is not served
 */
record WebConfig(
    @Nullable TlsSettings tls,
    Map<String, String> headers,
    Map<String, String> users,
    boolean wantsHttp2) {
  static final WebConfig NONE = new WebConfig(null, Map.of(), Map.of(), false);

  private static final Set<String> SECTIONS =
      Set.of("tls_server_config", "http_server_config", "basic_auth_users");

  private static final Map<String, String> UNSUPPORTED =
      Map.of("rate_limit", "a proxy in front of the exporter can limit requests");

  /** The headers of the convention, with the values allowed; none: any. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Strict-Transport-Security", List.of(),
          "X-Content-Type-Options", List.of("nosniff"),
          "X-Frame-Options", List.of("deny", "sameorigin"),
          "X-XSS-Protection", List.of(),
          "Content-Security-Policy", List.of());

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");
  private static final Pattern BCRYPT =
      Pattern.compile("\\$2[abxy]\\$(0[4-9]|1[0-8])\\$[./A-Za-z0-9]{53}");

  /** Reads the file and those it names; {@link WebConfigException} if anything is wrong. */
  static WebConfig read(Path file, Sources sources) {
    Section document = Section.document(file, text(file, sources)).only(SECTIONS, UNSUPPORTED);
    Section tls = document.section("tls_server_config");
    Section http = document.section("http_server_config");
    Section users = document.section("basic_auth_users");
    return new WebConfig(
        tls == null ? null : TlsSettings.of(tls, new PemFiles(sources)),
        http == null ? Map.of() : headers(http.only(Set.of("http2", "headers"), Map.of())),
        users == null ? Map.of() : users(users),
        http != null && wantsHttp2(http.scalar("http2")));
  }

  private static String text(Path file, Sources sources) {
    try {
      return new String(sources.read(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WebConfigException(
          "web configuration " + file + " cannot be read: " + Sources.why(e));
    }
  }

  private static boolean wantsHttp2(@Nullable Scalar http2) {
    return http2 != null && http2.flag();
  }

  private static Map<String, String> headers(Section http) {
    Section section = http.section("headers");
    Map<String, String> headers = new LinkedHashMap<>();
    if (section != null) {
      section
          .only(HEADERS.keySet(), Map.of())
          .scalars()
          .forEach((name, value) -> headers.put(name, headerValue(name, value)));
    }
    return Map.copyOf(headers);
  }

  private static String headerValue(String name, Scalar value) {
    List<String> allowed = HEADERS.getOrDefault(name, List.of());
    if (!PRINTABLE.matcher(value.value()).matches()) {
      throw value.wrong("holds more than printable ASCII on one line");
    }
    return allowed.isEmpty() ? value.value() : value.oneOf(allowed);
  }

  private static Map<String, String> users(Section section) {
    Map<String, Scalar> hashes = section.scalars();
    if (hashes.isEmpty()) {
      throw section.place().wrong("names no user, so nobody could read; add one or take it out");
    }
    Map<String, String> users = new LinkedHashMap<>();
    hashes.forEach((name, hash) -> users.put(name, checked(name, hash)));
    return Map.copyOf(users);
  }

  private static String checked(String name, Scalar hash) {
    if (name.isEmpty() || name.contains(":")) {
      throw hash.wrong("a user name is not empty and has no colon");
    }
    if (!BCRYPT.matcher(hash.value()).matches()) {
      throw hash.wrong(
          "is no bcrypt hash of a cost from 4 to 18 ($2y$10$...); htpasswd -nBC 10 "
              + name
              + " makes one");
    }
    return hash.value();
  }

  /** True if whoever reaches the port can read. */
  boolean isOpen() {
    return users.isEmpty() && (tls == null || !tls.verifiesClients());
  }

  /** Names, no hashes. */
  @Override
  public String toString() {
    return "WebConfig[tls=" + (tls != null) + ", users=" + users.keySet() + "]";
  }
}
