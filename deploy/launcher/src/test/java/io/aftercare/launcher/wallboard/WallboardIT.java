package io.aftercare.launcher.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aftercare.launcher.wallboard.Browser.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The wallboard, a region and a ticket in Chromium, before the product as the demo runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallboardIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String WORST = "#worst-table tbody tr[data-state=overdue]";

  /** What a browser writes when its server goes: nothing that the page could prevent. */
  private static final Pattern SERVER_AWAY =
      Pattern.compile(
          "http://127\\.0\\.0\\.1:\\d+/api/v1/(stream|overview|tickets/\\S+) - Failed to load"
              + " resource: (net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE"
              + "|INCOMPLETE_CHUNKED_ENCODING)|the server responded with a status of 503 .*)");

  private static final Pattern UNKNOWN_NAME =
      Pattern.compile(
          "http://127\\.0\\.0\\.1:\\d+/(api/v1/\\S+|nowhere) - Failed to load resource: the server"
              + " responded with a status of 404 .*");

  @TempDir private static Path profile;

  private WallboardHouse house;
  private Browser browser;

  @BeforeAll
  void open() throws Exception {
    browser = Browser.open(profile);
    house = WallboardHouse.open();
  }

  @AfterAll
  void close() {
    try {
      if (house != null) {
        house.close();
      }
    } finally {
      if (browser != null) {
        browser.close();
      }
    }
  }

  @BeforeEach
  void lookAtTheWallboard() {
    browser.look(Screen.WALL, "dark");
    browser.visit(house.page("/"));
    until().until(() -> !browser.texts(WORST).isEmpty());
  }

  @AfterEach
  void nothingIsOnTheConsole() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void tilesShowEveryRegionAndTheirFiguresMove() throws IOException {
    until().until(() -> browser.texts("#tiles h3").size() == 8);
    List<String> before = browser.texts("#tiles .card");

    until().until(() -> !browser.texts("#tiles .card").equals(before));

    assertThat(browser.texts("#tiles h3")).hasSize(8).contains("metro", "islands");
    assertThat(browser.texts("#tiles .tile-level"))
        .allMatch(each -> List.of("Critical", "Warning", "OK", "Quiet").contains(each));
    assertThat(browser.title()).matches("\\d+ past SLA · Aftercare wallboard");
    browser.shoot("wallboard-dark");
  }

  @Test
  void fitsAWallAndAPhone() {
    for (Screen screen : Screen.values()) {
      for (String scheme : List.of("light", "dark")) {
        browser.look(screen, scheme);
        until() // tiles glide to their new places
            .untilAsserted(
                () -> assertThat(overflow("Width")).as("%s %s", screen, scheme).isZero());
      }
    }
    browser.look(Screen.WALL, "dark");
    until().untilAsserted(() -> assertThat(overflow("Height")).isZero());
  }

  private long overflow(String side) {
    Object beyond =
        browser.run(
            "const e = document.documentElement; return e['scroll' + arguments[0]]"
                + " - e['client' + arguments[0]]",
            side);
    return ((Number) beyond).longValue();
  }

  @Test
  void countsUpAndCoversItselfWhileNoEventsComeAndComesBackWithThem() throws Exception {
    house.stopEvents();
    try {
      until().until(() -> browser.isShown("#stale"));

      assertThat(browser.text("#stale [role=alert]")).contains("Stale", "No new data since");
      assertThat(browser.run("return document.getElementById('main').inert")).isEqualTo(true);
      browser.shoot("wallboard-stale");
      // Event time stands still and no message can move a figure: the page itself counts.
      assertCounting(WORST + " .count");
      assertCounting("#age");
    } finally {
      house.startEvents();
    }

    until().until(() -> !browser.isShown("#stale"));
    assertThat(browser.run("return document.getElementById('main').inert")).isEqualTo(false);
  }

  private void assertCounting(String selector) {
    String before = browser.text(selector);
    until().until(() -> !browser.text(selector).equals(before));
  }

  @Test
  void survivesARestartOfTheExporterWithoutAReload() throws Exception {
    browser.run("window.marker = 'the same page'");

    house.stopExporter();
    until().until(() -> phase().equals("lost"));
    assertThat(browser.text("#connection-words")).isEqualTo("Connection lost, trying again");
    browser.shoot("wallboard-lost");
    house.startExporter();
    until().until(() -> phase().equals("live"));

    String eventTime = browser.text("#event-time");
    until().until(() -> !browser.text("#event-time").equals(eventTime));
    List<String> figures = browser.texts("#tiles .card");
    until().until(() -> !browser.texts("#tiles .card").equals(figures));
    assertThat(browser.run("return window.marker")).isEqualTo("the same page");
    // None, if it did not try again while nobody was there.
    assertThat(browser.complaints()).allMatch(SERVER_AWAY.asMatchPredicate());
  }

  private String phase() {
    return String.valueOf(browser.run("return document.body.dataset.phase"));
  }

  @Test
  void theKeyboardReachesATicket() throws IOException {
    int steps = 0;
    while (!browser.focus().startsWith("/tickets/")) {
      browser.press(Keys.TAB);
      assertThat(++steps).as("steps to a ticket").isLessThan(40);
    }
    String ticket = browser.focus();
    browser.press(Keys.ENTER);

    until().until(() -> browser.path().equals(ticket));
    until().until(() -> !browser.texts("#entries .entry").isEmpty());
    assertThat(browser.path()).endsWith("/" + browser.text("h1"));
    assertThat(browser.texts("#entries .entry")).anyMatch(each -> each.contains("opened"));
    assertThat(browser.texts("#timeline svg")).hasSize(1);
    browser.shoot("ticket-dark");
  }

  @Test
  void aRegionShowsItsClocksItsBacklogItsTicketsAndItsVerdicts() throws IOException {
    browser.visit(house.page("/regions/metro"));

    until().until(() -> !browser.texts("#verdicts-table tbody tr").isEmpty());
    assertThat(browser.text("h1")).isEqualTo("metro");
    assertThat(browser.texts("#clocks-table tbody th")).anyMatch(each -> each.contains("triage"));
    assertThat(browser.texts("#backlog-table tbody tr")).isNotEmpty();
    assertThat(browser.texts("#trend canvas")).hasSize(1);
    until().until(() -> browser.texts("#windows-table tbody tr").size() == 4);
    until().until(() -> browser.texts("#stages-table tbody tr").size() == 10);
    assertThat(browser.texts("#ages dt")).hasSize(4);
    assertThat(browser.texts("#quality-table tbody tr")).hasSize(7);
    assertThat(browser.text("#feed strong")).isEqualTo("Data feed live");
    List<String> before = browser.texts("#clocks-table tbody tr");
    until().until(() -> !browser.texts("#clocks-table tbody tr").equals(before));
    browser.shoot("region-dark");
  }

  @Test
  void allPagesAreAccessibleInLightAndDark() throws IOException {
    Object ticket =
        browser.run(
            "return document.querySelector('#worst-table .cell-id a').getAttribute('href')");
    assertAccessible("wallboard", "/");
    assertAccessible("region", "/regions/metro");
    assertAccessible("ticket", String.valueOf(ticket));
  }

  private void assertAccessible(String name, String path) throws IOException {
    for (Screen screen : Screen.values()) {
      for (String scheme : List.of("light", "dark")) {
        browser.look(screen, scheme);
        browser.visit(house.page(path));
        until().until(() -> browser.isShown("body.has-data h1"));
        String seen = "%s-%s-%s".formatted(name, screen, scheme).toLowerCase(Locale.ROOT);
        browser.shoot(seen);
        assertThat(Accessibility.violations(browser)).as(seen).isEmpty();
      }
    }
  }

  @Test
  void whatNobodyKnowsIsSaidPlainly() {
    browser.visit(house.page("/regions/atlantis"));
    until().until(() -> browser.text("#notice h2").equals("No region atlantis"));
    browser.visit(house.page("/tickets/no-such-ticket"));
    until().until(() -> browser.text("#notice h2").equals("No ticket no-such-ticket"));
    browser.visit(house.page("/nowhere"));
    assertThat(browser.text("h2")).isEqualTo("There is no such page");
    assertThat(browser.complaints()).isNotEmpty().allMatch(UNKNOWN_NAME.asMatchPredicate());
  }

  private static ConditionFactory until() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).ignoreExceptions();
  }
}
