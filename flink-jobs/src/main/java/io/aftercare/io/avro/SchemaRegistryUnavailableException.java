package io.aftercare.io.avro;

import org.jspecify.annotations.Nullable;

/**
 * The schema registry gave no usable answer: it cannot be reached, is too slow, wants credentials
 * or is not a registry. Says nothing about the record, which is to be decoded again later.
 */
public final class SchemaRegistryUnavailableException extends RuntimeException {
  SchemaRegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
