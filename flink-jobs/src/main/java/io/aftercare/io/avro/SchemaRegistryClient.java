package io.aftercare.io.avro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.contract.DecodeReason;
import io.aftercare.contract.UndecodableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads writer schemas by id from a Confluent-compatible registry: {@code GET /schemas/ids/{id}}. A
 * schema never changes under its id, so it is asked for once; an id that the registry does not know
 * is asked for again after a minute. Only the registry's own "not found" (404 with error code
 * 40403) is an unknown id; every other failure is an unavailable registry, which may be retried.
 */
public final class SchemaRegistryClient {
  private static final int NOT_FOUND = 40403;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final Duration timeout;
  private final HttpClient http;
  private final SchemaAnswers answers;

  /** Every answer must be complete within the timeout. */
  public SchemaRegistryClient(URI registry, Duration timeout) {
    this(registry, timeout, new SchemaAnswers(System::nanoTime));
  }

  SchemaRegistryClient(URI registry, Duration timeout, SchemaAnswers answers) {
    this.base = registry.toString().replaceAll("/+$", "");
    this.timeout = timeout;
    this.answers = answers;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /** The schema with this id; throws {@link SchemaRegistryUnavailableException} for no answer. */
  public Schema schema(int id) throws UndecodableException {
    SchemaAnswers.Answer known = answers.find(id);
    if (known == null) {
      known = answerOf(id);
      answers.keep(id, known);
    }
    return known.schemaOrThrow();
  }

  private SchemaAnswers.Answer answerOf(int id) {
    HttpResponse<byte[]> response = get(URI.create(base + "/schemas/ids/" + id));
    JsonNode body = bodyOf(response);
    if (response.statusCode() == 404 && body.path("error_code").asInt() == NOT_FOUND) {
      return SchemaAnswers.Answer.refused(
          DecodeReason.UNKNOWN_SCHEMA_ID, "found schema id " + id + ", which is not in " + base);
    }
    if (response.statusCode() != 200 || !body.path("schema").isTextual()) {
      throw unavailable(
          response.uri() + " answered status " + response.statusCode() + ", no schema", null);
    }
    return SchemaAnswers.Answer.parsed(id, body);
  }

  private HttpResponse<byte[]> get(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Accept", "application/vnd.schemaregistry.v1+json, application/json")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(address + ": interrupted while waiting", e);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw unavailable(address + " did not answer within " + timeout, e);
    } catch (ExecutionException e) {
      throw unavailable(address + " cannot be reached: " + e.getCause(), e);
    }
  }

  private static JsonNode bodyOf(HttpResponse<byte[]> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw unavailable(
          response.uri() + " answered status " + response.statusCode() + " and no JSON", e);
    }
  }

  private static SchemaRegistryUnavailableException unavailable(
      String what, @Nullable Throwable cause) {
    return new SchemaRegistryUnavailableException("schema registry: " + what, cause);
  }
}
