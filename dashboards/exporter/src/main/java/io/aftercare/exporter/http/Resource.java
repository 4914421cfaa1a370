package io.aftercare.exporter.http;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of the pages; its tag is a hash of its content. */
final class Resource {
  private static final int TAG_BYTES = 16;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json");

  private final byte[] content;
  private final String contentType;
  private final String tag;

  private Resource(byte[] content, String contentType) {
    this.content = content;
    this.contentType = contentType;
    this.tag = tagOf(content);
  }

  /** The resource of this name; null if there is none, or none of a kind that pages have. */
  static @Nullable Resource read(ClassLoader resources, String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      return null;
    }
    try (InputStream in = resources.getResourceAsStream(name)) {
      return in == null ? null : new Resource(in.readAllBytes(), type);
    }
  }

  byte[] content() {
    return content.clone();
  }

  String contentType() {
    return contentType;
  }

  String tag() {
    return tag;
  }

  /** Whether an If-None-Match names it. */
  boolean isAmong(String tags) {
    return Arrays.stream(tags.split(",", -1))
        .map(each -> each.strip().replaceFirst("^W/", ""))
        .anyMatch(each -> each.equals("*") || each.equals(tag));
  }

  private static String tagOf(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
