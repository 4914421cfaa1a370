package io.aftercare.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.aftercare.exporter.board.Given;
import io.aftercare.exporter.board.Overview;
import io.aftercare.exporter.board.QueueList;
import io.aftercare.exporter.board.RegionList;
import io.aftercare.exporter.board.RegionPage;
import io.aftercare.exporter.board.SpikeList;
import io.aftercare.exporter.board.TicketList;
import io.aftercare.exporter.board.TicketPage;
import io.aftercare.exporter.board.VerdictList;
import io.aftercare.exporter.board.WindowList;
import io.aftercare.exporter.ledger.TicketLog;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** dashboards/API.md names the endpoints, parameters and fields that there are, and no other. */
class ApiPageTest {
  private static final Path PAGE = Path.of("..", "API.md");
  private static final Pattern HEADING = Pattern.compile("(###|####) (?:GET )?(\\S+)");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9_]+)` \\|.*");
  private static final List<Class<?>> ANSWERS =
      List.of(
          Overview.class,
          RegionList.class,
          RegionPage.class,
          QueueList.class,
          TicketList.class,
          TicketPage.class,
          VerdictList.class,
          WindowList.class,
          SpikeList.class,
          ApiException.ErrorBody.class);

  /** First column of the tables under each heading of this depth. */
  private static Map<String, List<String>> tables(String depth) throws Exception {
    Map<String, List<String>> tables = new TreeMap<>();
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher heading = HEADING.matcher(line);
      Matcher row = ROW.matcher(line);
      if (line.startsWith("#")) {
        rows = new ArrayList<>();
        if (heading.matches() && heading.group(1).equals(depth)) {
          tables.put(heading.group(2), rows);
        }
      } else if (row.matches()) {
        rows.add(row.group(1));
      }
    }
    return tables;
  }

  @Test
  void theEndpointsAndTheirParametersAreThoseOfTheCode() throws Exception {
    Given given = new Given();
    try (EventStreams streams = new EventStreams(given.board)) {
      Api api = new Api(given.board, id -> TicketLog.NOTHING_SEEN, streams, () -> null);
      Map<String, List<String>> routes = new TreeMap<>();
      api.routes().forEach(route -> routes.put(route.template(), route.parameters()));
      assertThat(tables("###")).isEqualTo(routes);
    }
  }

  @Test
  void theFieldsAreThoseOfTheRecords() throws Exception {
    Map<String, List<String>> fields = new TreeMap<>();
    Set<Class<?>> records = new LinkedHashSet<>();
    ANSWERS.forEach(answer -> collect(answer, records));
    records.forEach(type -> fields.put(type.getSimpleName(), fieldsOf(type)));
    assertThat(fields).hasSize(46);
    assertThat(tables("####")).isEqualTo(fields);
  }

  private static void collect(Type type, Set<Class<?>> records) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, records);
      }
    } else if (type instanceof Class<?> raw && raw.isRecord() && records.add(raw)) {
      for (RecordComponent component : raw.getRecordComponents()) {
        collect(component.getGenericType(), records);
      }
    }
  }

  private static List<String> fieldsOf(Class<?> type) {
    var java = Json.MAPPER.constructType(type);
    return Json.MAPPER.getSerializationConfig().introspect(java).findProperties().stream()
        .map(BeanPropertyDefinition::getName)
        .toList();
  }
}
