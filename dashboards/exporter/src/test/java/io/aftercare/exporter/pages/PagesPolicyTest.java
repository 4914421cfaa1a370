package io.aftercare.exporter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no page may do: make elements of text that came from a source system, run or style anything
 * inline (the content security policy would stop it, in the browser of whoever reads the page), ask
 * anybody but its own server.
 */
class PagesPolicyTest {
  private static final Path PAGES = Path.of("src/main/resources/wallboard");

  private static final Pattern TEXT_AS_MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|"
              + "DOMParser|createContextualFragment");
  private static final Pattern INLINE =
      Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(https?:)?//(?!www\\.w3\\.org/2000/svg)[a-z0-9-]+\\.[a-z]");

  static Stream<Path> scripts() {
    return files(".js");
  }

  static Stream<Path> documents() {
    return files(".html");
  }

  static Stream<Path> everything() {
    return files("");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void textIsOnlyEverText(Path script) {
    assertThat(read(script)).doesNotContainPattern(TEXT_AS_MARKUP);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nothingIsInline(Path document) {
    assertThat(read(document)).doesNotContainPattern(INLINE);
  }

  @ParameterizedTest
  @MethodSource("everything")
  void nobodyElseIsAsked(Path file) {
    assertThat(read(file)).doesNotContainPattern(ELSEWHERE);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyPageHasALanguageATitleAndItsLandmarks(Path document) {
    assertThat(read(document))
        .contains("<html lang=\"en\">", "<title>", "<header", "<main id=\"main\"");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whoRunsNoScriptsIsToldWhereTheFiguresAre(Path document) {
    boolean live = read(document).contains("type=\"module\"");
    assertThat(read(document).contains("<noscript>")).isEqualTo(live);
  }

  private static Stream<Path> files(String suffix) {
    try (Stream<Path> files = Files.walk(PAGES)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(each -> each.toString().endsWith(suffix))
              .sorted()
              .toList();
      assertThat(found).isNotEmpty();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
