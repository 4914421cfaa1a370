package io.aftercare.io.policy;

import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.Priority;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how long a clock may run: {@code targets} or {@code deadline}, {@code grace, early}. */
final class AllowanceReader {
  private static final Map<String, Priority> PRIORITIES = Scalars.words(Priority.class);
  private static final Map<String, Allowance.Source> SOURCES =
      Scalars.words(Allowance.Source.class, Set.of(Allowance.Source.TARGET));
  private static final String ALL = "all";

  private AllowanceReader() {}

  static Allowance read(YamlSection section) {
    YamlValue targets = section.optional("targets");
    YamlValue deadline = section.optional("deadline");
    if (targets == null && deadline == null) {
      throw section.whole().error("the key targets is missing, or deadline; add one of them");
    }
    if (targets != null && deadline != null) {
      throw deadline.error("there are targets too; keep one of them");
    }
    YamlValue grace = section.optional("grace");
    YamlValue early = section.optional("early");
    if (targets != null) {
      return new Allowance(Allowance.Source.TARGET, targets(targets), span(grace), span(early));
    }
    refuse(grace);
    refuse(early);
    return Allowance.until(Scalars.word(section.required("deadline"), SOURCES));
  }

  private static void refuse(@Nullable YamlValue span) {
    if (span != null) {
      throw span.error("a deadline from the event has neither grace nor early; use targets");
    }
  }

  private static long span(@Nullable YamlValue span) {
    return span == null ? 0 : Scalars.span(span);
  }

  private static Map<Priority, Long> targets(YamlValue value) {
    Map<String, YamlValue> entries = value.entries();
    if (entries.isEmpty()) {
      throw value.error("there are no targets; write p1: 4h, or all: 4h");
    }
    Map<Priority, Long> targets = new EnumMap<>(Priority.class);
    YamlValue all = entries.get(ALL);
    if (all != null) {
      PRIORITIES.values().forEach(priority -> targets.put(priority, Scalars.span(all)));
    }
    entries.forEach(
        (key, span) -> {
          if (!key.equals(ALL)) {
            targets.put(priority(key, span), Scalars.span(span));
          }
        });
    return targets;
  }

  private static Priority priority(String key, YamlValue at) {
    Priority priority = PRIORITIES.get(key);
    if (priority == null) {
      Map<String, Priority> right = new LinkedHashMap<>(PRIORITIES);
      throw at.error(
          "'%s' is no priority; right would be one of %s or all"
              .formatted(key, String.join(", ", right.keySet())));
    }
    return priority;
  }
}
