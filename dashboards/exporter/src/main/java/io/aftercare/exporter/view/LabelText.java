package io.aftercare.exporter.view;

import java.nio.charset.StandardCharsets;

/**
 * What of a source's text may be served as a label value. Whatever the source writes, a scrape
 * stays valid and small: a value longer than {@value #MAX_BYTES} bytes of UTF-8 is not served, and
 * in others a control character (but for tab and newline) or half a surrogate pair is U+FFFD.
 */
final class LabelText {
  static final int MAX_BYTES = 256;

  private static final char REPLACEMENT = '\uFFFD';

  private LabelText() {}

  static boolean fits(String text) {
    int chars = text.length();
    return chars <= MAX_BYTES
        && (3 * chars <= MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
  }

  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isServed(text, i)) {
        return cleaned(text);
      }
    }
    return text;
  }

  /** True if the text may be the cleaned form of another one too. */
  static boolean isAmbiguous(String text) {
    return text.indexOf(REPLACEMENT) >= 0;
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (!isServed(text, i)) {
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isServed(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c == '\t' || c == '\n' || !Character.isISOControl(c);
  }
}
