package io.aftercare.launcher.replay.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of an export mean in our words; never changes once read. A field takes, in
 * rising order of force: a constant, its column (through the values map if it has one), a rule, the
 * meaning of the source's event.
 *
 * @param file where it was read from, for messages
 * @param format how the lines are written; null: by the file's name
 * @param delimiter what parts the cells of a CSV line
 * @param columns columns that state fields, {@code event_type} and the arrival excluded
 * @param arrival column with the time a line arrived
 * @param event column with the source's word for what happened, looked up in {@code events}
 * @param missing texts that state nothing
 * @param values per field: value by the source's word
 */
public record Mapping(
    String file,
    EventKind kind,
    String sourceSystem,
    @Nullable FileFormat format,
    char delimiter,
    TimeReader times,
    Set<String> missing,
    List<Column> columns,
    @Nullable Column arrival,
    @Nullable Column event,
    Map<String, List<Meaning>> events,
    Map<String, Map<String, Object>> values,
    Map<String, Object> constants,
    List<ValueRule> rules) {

  /** How the lines of a file are written. */
  public enum FileFormat {
    CSV,
    JSONL
  }

  /** Names of the columns that a file must have. */
  public Set<String> requiredColumns() {
    Set<String> names = names(false);
    if (arrival != null && !arrival.optional()) {
      names.add(arrival.name());
    }
    return names;
  }

  /** Names of all columns whose cells make an event what it is: the arrival is not among them. */
  public Set<String> identityColumns() {
    return names(true);
  }

  private Set<String> names(boolean optional) {
    Set<String> names = new TreeSet<>();
    columns.stream().filter(c -> optional || !c.optional()).map(Column::name).forEach(names::add);
    rules.stream()
        .filter(rule -> optional || !rule.optional())
        .map(ValueRule::column)
        .forEach(names::add);
    if (event != null && (optional || !event.optional())) {
      names.add(event.name());
    }
    return names;
  }
}
