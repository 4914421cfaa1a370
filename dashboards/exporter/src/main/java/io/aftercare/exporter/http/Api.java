package io.aftercare.exporter.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.aftercare.contract.ClockVerdict;
import io.aftercare.contract.SpikeKind;
import io.aftercare.exporter.board.Board;
import io.aftercare.exporter.board.Paging;
import io.aftercare.exporter.board.QueueList;
import io.aftercare.exporter.board.QueuePlace;
import io.aftercare.exporter.board.RegionPage;
import io.aftercare.exporter.board.SpikeFilter;
import io.aftercare.exporter.board.SpikeList;
import io.aftercare.exporter.board.SpikePlace;
import io.aftercare.exporter.board.TicketFilter;
import io.aftercare.exporter.board.TicketPage;
import io.aftercare.exporter.board.TicketPlace;
import io.aftercare.exporter.board.VerdictFilter;
import io.aftercare.exporter.board.VerdictPlace;
import io.aftercare.exporter.board.WindowList;
import io.aftercare.exporter.ledger.TicketLog;
import io.aftercare.exporter.ledger.TicketSearch;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JSON API: everything is read, no answer is to be cached, every parameter is known or refused.
 * {@code dashboards/API.md} describes it, and a test holds the two together.
 */
public final class Api implements HttpHandler {
  /** Where it begins. */
  public static final String ROOT = "/api/v1";

  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 500;

  private final Board board;
  private final TicketSearch tickets;
  private final Supplier<@Nullable String> obstacle;
  private final List<Route> routes;

  /**
   * The API.
   *
   * @param obstacle what is in the way of an answer; null once there is nothing
   */
  public Api(
      Board board,
      TicketSearch tickets,
      EventStreams streams,
      Supplier<@Nullable String> obstacle) {
    this.board = board;
    this.tickets = tickets;
    this.obstacle = obstacle;
    this.routes =
        List.of(
            Route.json(ROOT + "/overview", List.of(), (name, query) -> board.overview()),
            Route.json(ROOT + "/regions", List.of(), (name, query) -> board.regions()),
            Route.json(ROOT + "/regions/{region}", List.of(), (name, query) -> region(name)),
            Route.json(
                ROOT + "/tickets",
                List.of("region", "state", "sla", "priority", "limit", "cursor"),
                (name, query) -> tickets(query)),
            Route.json(ROOT + "/tickets/{ticket_id}", List.of(), (name, query) -> ticket(name)),
            Route.json(
                ROOT + "/verdicts",
                List.of("region", "sla", "verdict", "limit", "cursor"),
                (name, query) -> verdicts(query)),
            Route.json(
                ROOT + "/queues",
                List.of("region", "limit", "cursor"),
                (name, query) -> queues(query)),
            Route.json(
                ROOT + "/windows", List.of("region", "window"), (name, query) -> windows(query)),
            Route.json(
                ROOT + "/spikes",
                List.of("region", "category", "kind", "state", "limit", "cursor"),
                (name, query) -> spikes(query)),
            Route.of(
                ROOT + "/stream",
                List.of("region"),
                (exchange, name, query) -> streams.open(exchange, query.text("region"))));
  }

  List<Route> routes() {
    return routes;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (ApiException e) {
      Answers.error(exchange, e);
    } catch (RuntimeException e) {
      LOG.warn("no answer to {}", exchange.getRequestURI().getRawPath(), e);
      Answers.error(exchange, ApiException.internal());
    }
  }

  private void answer(HttpExchange exchange) throws ApiException, IOException {
    Answers.requireReading(exchange);
    String path = exchange.getRequestURI().getRawPath();
    for (Route route : routes) {
      String name = route.match(path);
      if (name != null) {
        Query query = Query.parse(exchange.getRequestURI().getRawQuery(), route.parameters());
        requireReady();
        route.answer().to(exchange, name, query);
        return;
      }
    }
    throw ApiException.notFound(
        "nothing here; there are "
            + String.join(", ", routes.stream().map(Route::template).toList()));
  }

  private void requireReady() throws ApiException {
    String missing = obstacle.get();
    if (missing != null) {
      throw ApiException.notReady(missing);
    }
  }

  private RegionPage region(String name) throws ApiException {
    RegionPage page = board.region(name);
    if (page == null) {
      throw unknownRegion(name);
    }
    return page;
  }

  private QueueList queues(Query query) throws ApiException {
    String region = query.text("region");
    QueueList page =
        board.queues(region, new Paging<>(limit(query), query.cursor("cursor", QueuePlace::parse)));
    if (page == null) {
      throw unknownRegion(String.valueOf(region));
    }
    return page;
  }

  private WindowList windows(Query query) throws ApiException {
    String region = query.text("region");
    WindowList list = board.windows(region, query.text("window"));
    if (list == null) {
      throw unknownRegion(String.valueOf(region));
    }
    return list;
  }

  private static ApiException unknownRegion(String name) {
    return ApiException.notFound("nothing is known of a region '" + name + "'");
  }

  private Object tickets(Query query) throws ApiException {
    TicketFilter filter =
        new TicketFilter(
            query.text("region"),
            query.choice("state", List.of(TicketFilter.State.values())),
            query.text("sla"),
            query.text("priority"));
    return board.tickets(
        filter, new Paging<>(limit(query), query.cursor("cursor", TicketPlace::parse)));
  }

  private TicketPage ticket(String ticketId) throws ApiException {
    try {
      TicketPage page = board.ticket(ticketId, tickets.find(ticketId));
      if (page == null) {
        throw ApiException.notFound("nothing is known of a ticket '" + ticketId + "'");
      }
      return page;
    } catch (TicketSearch.Unavailable e) {
      return listed(ticketId, e);
    }
  }

  /** What the list of tickets alone says of one whose log cannot be found out now. */
  private TicketPage listed(String ticketId, TicketSearch.Unavailable refusal) throws ApiException {
    TicketPage page = board.ticket(ticketId, TicketLog.NOTHING_SEEN);
    if (page != null) {
      return page;
    }
    String message = String.valueOf(refusal.getMessage());
    throw switch (refusal.why()) {
      case BUSY -> ApiException.busy(message);
      case UNREACHABLE -> ApiException.unreachable(message);
      case CUT_SHORT -> ApiException.searchIncomplete(message);
    };
  }

  private Object verdicts(Query query) throws ApiException {
    VerdictFilter filter =
        new VerdictFilter(
            query.text("region"),
            query.text("sla"),
            query.choice(
                "verdict",
                List.of(ClockVerdict.MET, ClockVerdict.BREACHED, ClockVerdict.CANCELLED)));
    return board.verdicts(
        filter, new Paging<>(limit(query), query.cursor("cursor", VerdictPlace::parse)));
  }

  private SpikeList spikes(Query query) throws ApiException {
    SpikeFilter filter =
        new SpikeFilter(
            query.text("region"),
            query.text("category"),
            query.choice(
                "kind", List.of(SpikeKind.SPIKE, SpikeKind.INCIDENT, SpikeKind.MASS_COMPLAINT)),
            query.choice("state", List.of(SpikeFilter.State.values())));
    return board.spikes(
        filter, new Paging<>(limit(query), query.cursor("cursor", SpikePlace::parse)));
  }

  private static int limit(Query query) throws ApiException {
    return query.number("limit", 1, MOST, DEFAULT_LIMIT);
  }
}
