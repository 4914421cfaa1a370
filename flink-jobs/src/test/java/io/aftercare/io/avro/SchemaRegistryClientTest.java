package io.aftercare.io.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.SchemaHistory;
import io.aftercare.contract.TicketEvent;
import io.aftercare.contract.TicketEventType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRegistryClientTest {
  private static final String NOT_FOUND = "{\"error_code\": 40403, \"message\": \"not found\"}";

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong nanos = new AtomicLong();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile int status = 200;
  private volatile String body = answer(Tickets.V0.toString());
  private volatile boolean silent;
  private final HttpServer server;
  private final SchemaRegistryClient client;

  SchemaRegistryClientTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    client = client(Duration.ofSeconds(20));
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          if (silent) {
            await(released);
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
  }

  @Test
  void a_schema_is_asked_for_once() throws Exception {
    Schema schema = client.schema(7);
    assertThat(schema).isEqualTo(Tickets.V0);
    assertThat(client.schema(7)).isSameAs(schema);
    assertThat(asked).containsExactly("/registry/schemas/ids/7");
  }

  @Test
  void an_unknown_id_is_a_refusal_and_asked_for_again_after_a_minute() throws Exception {
    answer(404, NOT_FOUND);
    assertRefused(7, DecodeReason.UNKNOWN_SCHEMA_ID, "schema id 7");
    assertRefused(7, DecodeReason.UNKNOWN_SCHEMA_ID, "schema id 7");
    assertThat(asked).hasSize(1);
    answer(200, answer(Tickets.V0.toString()));
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
    assertThat(client.schema(7)).isEqualTo(Tickets.V0);
  }

  @Test
  void refusals_are_kept_for_at_most_a_thousand_ids() {
    SchemaAnswers answers = new SchemaAnswers(nanos::get);
    for (int id = 0; id <= 1000; id++) {
      answers.keep(id, SchemaAnswers.Answer.refused(DecodeReason.UNKNOWN_SCHEMA_ID, "none"));
    }
    assertThat(answers.find(0)).isNull();
    assertThat(answers.find(1)).isNotNull();
    assertThat(answers.find(1000)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"schemaType\": \"PROTOBUF\", \"schema\": \"x\"}            | of type PROTOBUF",
        "{\"schema\": \"x\", \"references\": [{\"name\": \"y\"}]}     | refers to other schemas",
        "{\"schema\": \"{nonsense\"}                                  | no valid Avro schema",
        "{\"schema\": \"\\\"string\\\"\"}                             | is a string, a record",
      })
  void an_answer_that_is_no_avro_record_is_a_refusal(String answer, String detail) {
    answer(200, answer);
    assertRefused(7, DecodeReason.UNUSABLE_SCHEMA, detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | {}               | status 500",
        "401 | {}               | status 401",
        "404 | {}               | status 404",
        "404 | <html>           | status 404 and no JSON",
        "200 | {\"sch\": 1}     | no schema",
        "302 | {}               | status 302",
      })
  void any_other_answer_is_an_unavailable_registry_that_is_asked_again(
      int status, String answer, String detail) throws Exception {
    answer(status, answer);
    assertThatThrownBy(() -> client.schema(7))
        .isInstanceOf(SchemaRegistryUnavailableException.class)
        .hasMessageContaining(detail);
    answer(200, answer(Tickets.V0.toString()));
    assertThat(client.schema(7)).isEqualTo(Tickets.V0);
  }

  @Test
  void a_registry_that_cannot_be_reached_or_is_silent_is_unavailable() {
    silent = true;
    assertThatThrownBy(() -> client(Duration.ofMillis(200)).schema(7))
        .isInstanceOf(SchemaRegistryUnavailableException.class)
        .hasMessageContaining("did not answer within PT0.2S");
    stop();
    assertThatThrownBy(() -> client.schema(8))
        .isInstanceOf(SchemaRegistryUnavailableException.class)
        .hasMessageContaining("/schemas/ids/8 cannot be reached");
  }

  @Test
  void a_framed_event_is_read_with_the_schema_of_its_id() {
    EventDecoder<TicketEvent> decoder =
        new EventDecoder<>(
            TicketEvent.class, DecoderSettings.withRegistry(address()), SchemaHistory.published());
    TicketEvent expected = Tickets.created();
    expected.setEventType(TicketEventType.UNKNOWN);
    byte[] value = Tickets.oldEvent((byte) 0, (byte) 0, (byte) 1, (byte) 2, (byte) 3);
    assertThat(decoder.decode(value))
        .isEqualTo(new Decoded.Event<>(expected, List.of(), List.of()));
    assertThat(asked).containsExactly("/registry/schemas/ids/66051"); // 0x00010203
    assertThat(decoder.decode(new byte[] {0, 0, 1}))
        .isInstanceOfSatisfying(
            Decoded.Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo("avro_truncated"));
    answer(404, NOT_FOUND);
    assertThat(decoder.decode(new byte[] {0, 0, 0, 0, 9, 1}))
        .isInstanceOfSatisfying(
            Decoded.Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo("unknown_schema_id"));
  }

  private void answer(int status, String body) {
    this.status = status;
    this.body = body;
  }

  private static String answer(String schema) {
    return "{\"schema\": \"" + schema.replace("\"", "\\\"") + "\"}";
  }

  private void assertRefused(int id, DecodeReason reason, String detail) {
    assertThatThrownBy(() -> client.schema(id))
        .hasFieldOrPropertyWithValue("reason", reason)
        .hasMessageContaining(detail);
  }

  private SchemaRegistryClient client(Duration timeout) {
    return new SchemaRegistryClient(address(), timeout, new SchemaAnswers(nanos::get));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/registry/");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
