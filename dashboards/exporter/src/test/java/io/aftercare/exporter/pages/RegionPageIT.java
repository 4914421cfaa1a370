package io.aftercare.exporter.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.aftercare.exporter.http.Api;
import io.aftercare.exporter.http.EventStreams;
import io.aftercare.exporter.http.Pages;
import io.aftercare.exporter.ledger.TicketLog;
import java.awt.image.BufferedImage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A region's page and the tiles in Chromium, of figures given by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionPageIT {
  private static final int COLOURED = 40;
  private static final String SHARE_OF_NOTHING = "(?<!\\d)0 %";

  /** In the zone of whoever looks. */
  private static final String SINCE_HALF_PAST_EIGHT = "silent since .*\\d\\d:29";

  @TempDir private static Path profile;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Chromium browser;
  private GivenService service;
  private EventStreams streams;
  private HttpServer server;

  @BeforeAll
  void open() {
    browser = Chromium.open(profile);
  }

  @BeforeEach
  void serve() throws Exception {
    service = new GivenService();
    streams = new EventStreams(service.given.board);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/api/", new Api(service.given.board, id -> TicketLog.NOTHING_SEEN, streams, () -> null));
    server.createContext("/", new Pages());
    server.start();
    browser.look(1920, 1080, "dark");
  }

  @AfterEach
  void stop() {
    assertThat(browser.complaints()).isEmpty();
    browser.visit("about:blank");
    streams.close();
    server.stop(0);
  }

  @AfterAll
  void close() {
    if (browser != null) {
      browser.close();
    }
    threads.shutdownNow();
  }

  private void visit(String path) {
    browser.visit("http://127.0.0.1:" + server.getAddress().getPort() + path);
    until().until(() -> browser.isShown("body.has-data h1"));
  }

  private List<String> row(String table, String name) {
    return browser.texts("#%s tbody tr:has(th)".formatted(table)).stream()
        .filter(row -> row.startsWith(name))
        .toList();
  }

  @Test
  void aRegionShowsWhatAManagerAsksFor() throws Exception {
    browser.look(1920, 2700, "light");
    visit("/regions/metro");
    browser.shoot("region-whole-light");
    browser.look(1920, 2700, "dark");
    browser.shoot("region-whole-dark");
    assertThat(browser.text("#feed")).contains("Data feed live", "402 events", "98 %");
    assertThat(row("windows-table", "Now, 5 min"))
        .singleElement()
        .asString()
        .contains("– none settled", "provisional")
        .doesNotContainPattern(SHARE_OF_NOTHING);
    assertThat(row("windows-table", "Last 24 h"))
        .singleElement()
        .asString()
        .contains("19 s", "2:04 min", "95 % of 20", "95 %: 76 to 100 %", "final, corrected");
    assertThat(row("stages-table", "dispatch"))
        .singleElement()
        .asString()
        .contains("▲ bottleneck", "120", "6.0 ×");
    assertThat(browser.texts("#stages-table [data-bottleneck]")).hasSize(1);
    assertThat(browser.text("#bottleneck")).contains("Bottleneck: dispatch, 6.0 ×");
    assertThat(row("stages-table", "waiting for parts")).hasSize(1);
    assertThat(browser.text("#ages")).contains("over 3 days13");
    assertThat(browser.text("#oldest")).contains("P1 4 h 50 min", "P2 2 d 5 h");
    assertThat(row("quality-table", "Solved remotely"))
        .singleElement()
        .asString()
        .contains("71.1 % of 900", "▼ under goal 80 %", "95 %: 68 to 74 %");
    assertThat(row("quality-table", "Solved at the first contact"))
        .singleElement()
        .asString()
        .contains("– none settled")
        .doesNotContainPattern(SHARE_OF_NOTHING);
    assertThat(browser.text("#nps")).contains("+53 of 450 answers");
    assertThat(row("expected-table", "Backlog"))
        .singleElement()
        .asString()
        .contains("▲ 38 % above");
    assertThat(row("expected-table", "Tickets created"))
        .singleElement()
        .asString()
        .contains("● as usual");
    assertThat(row("expected-table", "Tickets resolved"))
        .singleElement()
        .asString()
        .contains("usual not learnt yet");
  }

  @Test
  void aRegionWithoutDataSaysSoAndShowsNoShareOfNothing() throws Exception {
    visit("/regions/quiet%20town");
    browser.shoot("region-no-data");
    assertThat(browser.text("#feed")).contains("No data", "nothing was heard");
    assertThat(browser.isShown("#windows-none")).isTrue();
    assertThat(browser.isShown("#stages-none")).isTrue();
    assertThat(browser.isShown("#expected-none")).isTrue();
    assertThat(browser.text("#nps")).contains("no answers");
    assertThat(browser.text("#quality-table .share strong")).matches("[–|]+");
    assertThat(browser.text("#bands-table tbody")).doesNotContain("%");
  }

  @Test
  void aTileGoesGreyWhenItsRegionFallsSilentAndTheOthersStay() throws Exception {
    visit("/");
    until().until(() -> browser.texts("#tiles .tile").size() == 9);
    assertThat(colour("coast")).isGreaterThan(COLOURED);
    assertThat(browser.text(tile("metro") + " .tile-hint"))
        .isEqualTo("bottleneck ▲ dispatch 6.0 ×");

    service.heard("coast", "08:29");
    streams.beat();

    until()
        .until(() -> browser.text(tile("coast") + " .tile-level").matches(SINCE_HALF_PAST_EIGHT));
    browser.shoot("wallboard-silent-dark");
    assertThat(colour("coast")).isLessThanOrEqualTo(COLOURED);
    assertThat(browser.text(tile("coast") + " .tile-hint")).doesNotContain("▲");
    assertThat(browser.text("#legend-silent b")).isEqualTo("1");
    assertThat(colour("harbour")).isGreaterThan(COLOURED);
    assertThat(browser.text(tile("harbour") + " .tile-level")).isEqualTo("OK");
    browser.look(1920, 1080, "light");
    browser.shoot("wallboard-silent-light");
    assertThat(colour("coast")).isLessThanOrEqualTo(COLOURED);
    visit("/regions/coast");
    browser.shoot("region-silent-light");
    assertThat(browser.text("#feed strong")).matches("Silent since .*\\d\\d:29");
  }

  private static String tile(String region) {
    return "#tiles .tile[data-key='%s']".formatted(region);
  }

  /** How far the most coloured pixel of a tile is from grey: 0 is grey, 255 is pure colour. */
  private int colour(String region) {
    BufferedImage picture = browser.picture(tile(region));
    int most = 0;
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        int rgb = picture.getRGB(x, y);
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int spread = Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
        most = Math.max(most, spread);
      }
    }
    return most;
  }

  @Test
  void nothingIsWiderThanItsScreenAndNoTileIsCutOff() throws Exception {
    service.heard("coast", "08:00");
    for (int[] screen : new int[][] {{390, 844}, {1920, 1080}, {3840, 2160}, {1366, 768}}) {
      browser.look(screen[0], screen[1], "dark");
      for (String path : List.of("/", "/regions/metro", "/regions/coast")) {
        visit(path);
        String seen = "fits%s-%d".formatted(path.replace('/', '-'), screen[0]);
        until().untilAsserted(() -> assertThat(beyond()).as(seen).isEmpty());
        assertThat(browser.texts("#tiles .tile").isEmpty() ? "" : cutOff()).as(seen).isEmpty();
        browser.shoot(seen);
      }
    }
  }

  @Test
  void manySmallTilesFitAWallToo() throws Exception {
    service.more(25);
    visit("/");
    until().until(() -> browser.texts("#tiles .tile").size() == 34);
    browser.shoot("wallboard-many");
    until().untilAsserted(() -> assertThat(beyond()).isEmpty());
    assertThat(cutOff()).isEmpty();
    assertThat(browser.texts("#tiles .tile[data-level=silent]")).hasSize(8);
    assertThat(browser.texts("#tiles h3")).contains("region <img src=x> 1");
    assertThat(browser.texts("#tiles img")).isEmpty();
    visit("/regions/region%20%3Cimg%20src%3Dx%3E%201");
    assertThat(browser.text("h1")).isEqualTo("region <img src=x> 1");
  }

  /** What is wider than the screen; on a wall, what makes the board higher than it. */
  private String beyond() {
    return String.valueOf(
        browser.run(
            """
            const root = document.documentElement;
            const wide = root.scrollWidth > root.clientWidth;
            const high = innerWidth >= 1900 && document.querySelector('#tiles')
              && root.scrollHeight > root.clientHeight;
            return [...document.body.querySelectorAll('*')].filter(e => {
              const r = e.getBoundingClientRect();
              return wide && r.right > root.clientWidth + 1;
            }).map(e => e.tagName + '#' + e.id + '.' + e.className).slice(0, 8).join(' ')
              + (wide ? ' wider' : '') + (high ? ' higher' : '')
            """));
  }

  /** Figures of tiles that stand out of their card, which hides them. */
  private String cutOff() {
    return String.valueOf(
        browser.run(
            """
            return [...document.querySelectorAll('.card')].flatMap(card => {
              const box = card.getBoundingClientRect();
              return [...card.querySelectorAll('dt, dd, .tile-level')].filter(e => {
                const r = e.getBoundingClientRect();
                return r.width > 1 && (r.right > box.right + 1 || r.bottom > box.bottom + 1);
              }).map(e => card.querySelector('h3').textContent + ': ' + e.textContent);
            }).join('; ')
            """));
  }

  @Test
  void theyAreAccessibleOnAWallInLightAndOnAPhoneInDark() throws Exception {
    service.heard("coast", "08:00");
    for (String scheme : List.of("light", "dark")) {
      boolean wall = scheme.equals("light");
      browser.look(wall ? 1920 : 390, wall ? 1080 : 844, scheme);
      for (String path : List.of("/", "/regions/metro", "/regions/coast")) {
        visit(path);
        assertThat(browser.violations()).as(path + " " + scheme).isEmpty();
      }
    }
  }

  private static ConditionFactory until() {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions();
  }
}
