package io.aftercare.job.config;

import java.util.Locale;

/**
 * One thing that can be configured: its dotted name, what values it takes, its default as one would
 * write it, and one sentence on what it does.
 *
 * @param defaultText the default as text in the file's own syntax; empty: not set
 * @param secret values may hold credentials and are never shown
 */
public record ConfigKey<T>(
    String name, ValueType<T> type, String defaultText, String description, boolean secret) {
  private static final String ENVIRONMENT_PREFIX = "AFTERCARE_";

  public static <T> ConfigKey<T> of(
      String name, ValueType<T> type, String defaultText, String description) {
    return new ConfigKey<>(name, type, defaultText, description, false);
  }

  /** The same key, its values never shown. */
  public ConfigKey<T> hidden() {
    return new ConfigKey<>(name, type, defaultText, description, true);
  }

  /** The environment variable that sets it: {@code AFTERCARE_KAFKA_BOOTSTRAP_SERVERS}. */
  public String variable() {
    return ENVIRONMENT_PREFIX + name.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** What the variables of its section begin with: {@code AFTERCARE_KAFKA_}. */
  String sectionVariable() {
    return ENVIRONMENT_PREFIX + section().toUpperCase(Locale.ROOT) + "_";
  }

  /** The part of the file it stands in: {@code kafka}. */
  public String section() {
    return name.substring(0, name.indexOf('.'));
  }
}
