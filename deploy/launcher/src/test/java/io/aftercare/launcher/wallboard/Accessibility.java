package io.aftercare.launcher.wallboard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holds a page against the rules of axe-core: WCAG 2.2 A and AA, and its best practices. */
final class Accessibility {
  private static final String AXE = "/axe.min.js";

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, {runOnly: rules}).then(
        found => done(found.passes.length === 0 ? ['axe found nothing to look at']
          : found.violations.map(each => each.id + ': ' + each.help + ': '
          + each.nodes.map(node => node.html).slice(0, 3).join(' '))),
        failed => done(['axe itself failed: ' + failed]));
      """;

  private Accessibility() {}

  /** What the page that is open breaks; empty if nothing. */
  static List<String> violations(Browser browser) throws IOException {
    try (InputStream axe = Accessibility.class.getResourceAsStream(AXE)) {
      if (axe == null) {
        throw new IllegalStateException(AXE + " is not on the class path");
      }
      browser.run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    return ((List<?>) browser.runAsync(RUN)).stream().map(String::valueOf).toList();
  }
}
