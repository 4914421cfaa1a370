package io.aftercare.io.policy;

import io.aftercare.io.yaml.DurationText;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The single values of policy files: names, words, spans, instants, dates, zones. */
final class Scalars {
  /** The longest name, characters: that of a region on an event. */
  private static final int LONGEST = 64;

  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Scalars() {}

  /** What policies, calendars, promises and slots are called; it ends up on metric labels. */
  static String id(YamlValue value) {
    if (!ID.matcher(value.text()).matches()) {
      throw value.error(
          value.found() + " is not 1 to 64 letters, digits, dots, underscores or dashes");
    }
    return value.text();
  }

  /** A name as a source writes it. */
  static String name(YamlValue value) {
    String name = value.text();
    if (name.length() > LONGEST) {
      throw value.error(
          "found %d characters; a name has at most %d".formatted(name.length(), LONGEST));
    }
    return name;
  }

  /** The words of an enum's constants, without these. */
  static <E extends Enum<E>> Map<String, E> words(Class<E> type, Set<E> without) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      if (!without.contains(constant)) {
        words.put(constant.name().toLowerCase(Locale.ROOT), constant);
      }
    }
    return words;
  }

  /** The words of all constants. */
  static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
    return words(type, Set.of());
  }

  /** What a word stands for. */
  static <T> T word(YamlValue value, Map<String, T> words) {
    T meaning = words.get(value.wordOf(words.keySet()));
    if (meaning == null) {
      throw new IllegalStateException(value + " is not among " + words);
    }
    return meaning;
  }

  /** Which of two words a key says; the first where it is missing. */
  static boolean isFirst(YamlSection section, String key, String first, String second) {
    YamlValue value = section.optional(key);
    return value == null || value.wordOf(List.of(first, second)).equals(first);
  }

  /** A list without repetition; empty where the key is missing, refused where the list is. */
  static <T> Set<T> set(@Nullable YamlValue list, Function<YamlValue, T> item) {
    Set<T> all = new LinkedHashSet<>();
    if (list == null) {
      return all;
    }
    List<YamlValue> items = list.items();
    if (items.isEmpty()) {
      throw list.error("the list is empty; leave the key out, or name something");
    }
    for (YamlValue each : items) {
      if (!all.add(item.apply(each))) {
        throw each.error(each.found() + " stands twice in the list");
      }
    }
    return all;
  }

  /** A list in its order. */
  static <T> List<T> list(YamlValue list, Function<YamlValue, T> item) {
    List<T> all = new ArrayList<>();
    list.items().forEach(each -> all.add(item.apply(each)));
    return all;
  }

  /** A span above 0, ms. */
  static long span(YamlValue value) {
    try {
      long millis = DurationText.parse(value.text()).toMillis();
      if (millis > 0) {
        return millis;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw value.error(value.found() + " is no span; write one such as 30s, 15m, 4h or 3d");
  }

  /** An instant with its offset, ms since 1970. */
  static long instant(YamlValue value) {
    try {
      return OffsetDateTime.parse(value.text()).toInstant().toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw value.error(value.found() + " is no instant; write it as 2026-01-01T00:00:00Z");
    }
  }

  /** An instant as a file says it. */
  static String text(long instant) {
    return Instant.ofEpochMilli(instant).toString();
  }

  /** A zone of the IANA database. */
  static ZoneId zone(YamlValue value) {
    if (!ZONES.contains(value.text())) {
      String near =
          io.aftercare.io.yaml.NearestName.to(value.text(), ZONES)
              .map(zone -> "; did you mean " + zone + "?")
              .orElse("");
      throw value.error(value.found() + " is no IANA time zone such as Europe/Berlin" + near);
    }
    return ZoneId.of(value.text());
  }

  /** A date that is a key. */
  static LocalDate date(String key, YamlValue at) {
    try {
      return LocalDate.parse(key);
    } catch (DateTimeException e) {
      throw at.error("'" + key + "' is no date; write it as 2026-12-24");
    }
  }
}
