package io.aftercare.io.avro;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where writer schemas come from besides the published history: a Confluent-compatible schema
 * registry, if there is one, and how long an answer of it may take.
 */
public record DecoderSettings(@Nullable URI schemaRegistry, Duration schemaRegistryTimeout)
    implements Serializable {
  /** How long the registry may take for an answer unless set. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** Checks the address and the timeout. */
  public DecoderSettings {
    if (schemaRegistry != null && !String.valueOf(schemaRegistry.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "schema registry: found '" + schemaRegistry + "', an http:// or https:// URL is right");
    }
    if (schemaRegistryTimeout.isNegative() || schemaRegistryTimeout.isZero()) {
      throw new IllegalArgumentException(
          "schema registry timeout: found " + schemaRegistryTimeout + ", it must be above 0");
    }
  }

  /** No registry: records in Confluent framing are refused. */
  public static DecoderSettings withoutRegistry() {
    return new DecoderSettings(null, DEFAULT_TIMEOUT);
  }

  /** Writer schemas of records in Confluent framing come from this registry. */
  public static DecoderSettings withRegistry(URI registry) {
    return new DecoderSettings(registry, DEFAULT_TIMEOUT);
  }
}
