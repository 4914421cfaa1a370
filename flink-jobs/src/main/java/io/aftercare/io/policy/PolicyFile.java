package io.aftercare.io.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Priority;
import io.aftercare.domain.sla.Rulebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy file strictly: an unknown key, a missing one or a wrong value is an error that
 * names file, line and what would be right.
 */
public final class PolicyFile {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(s|m|h|d)");
  private static final Map<String, Long> UNITS =
      Map.of("s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private PolicyFile() {}

  /** A policy file that cannot be used; the message is for the person who wrote it. */
  public static final class Invalid extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Invalid(String message) {
      super(message);
    }
  }

  private record File(@Nullable List<Entry> policies) {}

  private record Entry(
      @Nullable String id,
      @Nullable Integer version,
      @Nullable String sla,
      @Nullable String slot,
      @Nullable String metric,
      @JsonProperty("channel_class") @Nullable String channelClass,
      @Nullable Map<String, String> targets,
      @Nullable String deadline) {}

  /** The policies shipped with the product. */
  public static Rulebook shipped() {
    try (InputStream in = PolicyFile.class.getResourceAsStream("/policies.yaml")) {
      if (in == null) {
        throw new IllegalStateException("policies.yaml is missing from the jar");
      }
      return read("policies.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("policies.yaml cannot be read", e);
    }
  }

  /**
   * The policies of a file.
   *
   * @throws Invalid if the text is not a valid policy file
   */
  public static Rulebook read(String name, String text) {
    File file;
    try {
      file = YAML.readValue(text, File.class);
    } catch (UnrecognizedPropertyException e) {
      throw new Invalid(
          "%s, line %d: unknown key '%s'; right would be one of %s"
              .formatted(name, line(text, e.getPropertyName()), e.getPropertyName(), known(e)));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new Invalid(
          "%s, line %s: %s"
              .formatted(name, at == null ? "?" : at.getLineNr(), e.getOriginalMessage()));
    }
    if (file == null || file.policies() == null || file.policies().isEmpty()) {
      throw new Invalid(name + ": has no policies; write 'policies:' and a list under it");
    }
    List<Policy> policies = new ArrayList<>();
    for (Entry entry : file.policies()) {
      policies.add(policy(name + ", policy " + entry.id(), entry));
    }
    return Rulebook.of(policies);
  }

  /** Records are bound after they were read whole, so Jackson's own location is too late. */
  private static int line(String text, String key) {
    Pattern there = Pattern.compile("^[\\s{,-]*\"?" + Pattern.quote(key) + "\"?\\s*:.*");
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (there.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return lines.size();
  }

  private static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(String::valueOf)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Policy policy(String where, Entry entry) {
    if (entry.deadline() != null && !entry.deadline().equals("due_at")) {
      throw new Invalid(where + ": deadline can only be due_at, is " + entry.deadline());
    }
    try {
      return new Policy(
          required(where, "id", entry.id()),
          required(where, "version", entry.version()),
          Policy.ALWAYS,
          false,
          required(where, "sla", entry.sla()),
          entry.slot() == null ? Policy.ACTIVE : entry.slot(),
          symbol(where, "metric", ClockMetric.class, required(where, "metric", entry.metric())),
          null,
          entry.channelClass() == null
              ? Match.ANY
              : Match.of(symbol(where, "channel_class", ChannelClass.class, entry.channelClass())),
          entry.deadline() != null
              ? Allowance.until(Allowance.Source.DUE_AT)
              : Allowance.of(targets(where, entry.targets() == null ? Map.of() : entry.targets())),
          ClockRules.CALENDAR_TIME);
    } catch (Invalid e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new Invalid(where + ": " + e.getMessage());
    }
  }

  private static Map<Priority, Long> targets(String where, Map<String, String> spans) {
    Map<Priority, Long> targets = new EnumMap<>(Priority.class);
    String all = spans.get("all");
    if (all != null) {
      for (Priority priority : Priority.values()) {
        targets.put(priority, millis(where + ", targets, all", all));
      }
    }
    spans.forEach(
        (key, span) -> {
          if (!key.equals("all")) {
            Priority priority = symbol(where, "targets", Priority.class, key);
            targets.put(priority, millis(where + ", targets, " + key, span));
          }
        });
    return targets;
  }

  private static long millis(String where, String span) {
    Matcher parts = SPAN.matcher(span);
    if (!parts.matches()) {
      throw new Invalid(where + ": is '" + span + "'; write a span such as 30s, 15m, 4h or 3d");
    }
    return Long.parseLong(parts.group(1)) * UNITS.getOrDefault(parts.group(2), 0L);
  }

  private static <E extends Enum<E>> E symbol(
      String where, String key, Class<E> type, String word) {
    for (E symbol : type.getEnumConstants()) {
      if (symbol.name().equals(word.toUpperCase(Locale.ROOT))) {
        return symbol;
      }
    }
    String right =
        String.join(
            ", ",
            java.util.Arrays.stream(type.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList());
    throw new Invalid(
        "%s: %s is '%s'; right would be one of %s".formatted(where, key, word, right));
  }

  private static <T> T required(String where, String key, @Nullable T value) {
    if (value == null) {
      throw new Invalid(where + ": " + key + " is missing");
    }
    return value;
  }
}
