package io.aftercare.exporter.pages;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium that looks at pages; where there is none, tests are skipped, on CI failed.
 */
final class Chromium implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final String AXE = "/axe.min.js";
  private static final String RUN_AXE =
      """
      const done = arguments[arguments.length - 1];
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      axe.run(document, {runOnly: rules}).then(
        found => done(found.passes.length === 0 ? ['axe found nothing to look at']
          : found.violations.map(each => each.id + ': ' + each.help + ': '
          + each.nodes.map(node => node.html).slice(0, 3).join(' '))),
        failed => done(['axe itself failed: ' + failed]));
      """;

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  static Chromium open(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(onPath("chromium").toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(onPath("chromedriver").toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  private static Path onPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(name));
  }

  private static Path missing(String name) {
    String missing = name + " is not on the PATH; on Debian: apt-get install chromium-driver";
    if ("true".equals(System.getenv("CI"))) {
      fail(missing + " (on CI it must be there)");
    }
    assumeTrue(false, missing);
    throw new IllegalStateException(missing);
  }

  /** Looks through a screen of this size, in the light or dark that the system wishes for. */
  void look(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void visit(String page) {
    driver.get(page);
  }

  /** The texts of all that a CSS selector finds, in one line each. */
  List<String> texts(String selector) {
    Object found =
        run(
            "return [...document.querySelectorAll(arguments[0])]"
                + ".map(e => e.textContent.replace(/\\s+/g, ' ').trim())",
            selector);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  String text(String selector) {
    return String.join("|", texts(selector));
  }

  boolean isShown(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .anyMatch(each -> each.isDisplayed());
  }

  Object run(String script, Object... arguments) {
    Object result = driver.executeScript(script, arguments);
    return result == null ? "" : result;
  }

  /** What is seen of the first that a CSS selector finds. */
  BufferedImage picture(String selector) {
    byte[] png = driver.findElement(By.cssSelector(selector)).getScreenshotAs(OutputType.BYTES);
    try (InputStream in = new ByteArrayInputStream(png)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what is seen to {@code target/screenshots}. */
  void shoot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** What the page that is open breaks of WCAG 2.2 A and AA and best practices. */
  List<String> violations() throws IOException {
    try (InputStream axe = Chromium.class.getResourceAsStream(AXE)) {
      if (axe == null) {
        throw new IllegalStateException(AXE + " is not on the class path");
      }
      run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object found = driver.executeAsyncScript(RUN_AXE);
    return found instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of("axe did not answer");
  }

  /** Warnings and errors that the page left on the console since this was last asked. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(each -> each.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
