package io.aftercare.launcher.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** What two outcomes disagree in, line by line; nothing if they are the same. */
final class Differences {
  private Differences() {}

  static List<String> between(Outcome found, Outcome expected) {
    List<String> differences = new ArrayList<>();
    differences.addAll(between(found.ledger(), expected.ledger()));
    differences.addAll(between(found.steps(), expected.steps()));
    differences.addAll(between(found.attention(), expected.attention()));
    differences.addAll(between(found.figures().net(), expected.figures().net()));
    return differences;
  }

  static List<String> between(Map<String, String> found, Map<String, String> expected) {
    SortedSet<String> keys = new TreeSet<>(found.keySet());
    keys.addAll(expected.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
        .map(key -> "%s: found %s, not %s".formatted(key, found.get(key), expected.get(key)))
        .toList();
  }
}
