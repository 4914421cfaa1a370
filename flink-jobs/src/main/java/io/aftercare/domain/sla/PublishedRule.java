package io.aftercare.domain.sla;

import java.io.Serializable;

/**
 * One version of a policy or calendar as it was published.
 *
 * @param effectiveFrom from when on it is in force, ms since 1970; {@link Policy#ALWAYS}
 * @param rank where a policy stands among all, ascending
 * @param publishedAt the same for all that was published together, ms since 1970
 * @param arrivedAt when the broker took it, ms since 1970
 * @param position where it stands in the topic, ascending
 * @param definition the whole version, as text
 * @param problem why the record cannot be read; empty: it can
 */
public record PublishedRule(
    Kind kind,
    String id,
    int version,
    long effectiveFrom,
    long rank,
    long publishedAt,
    long arrivedAt,
    long position,
    String definition,
    String problem)
    implements Serializable {

  /** What a rule is. */
  public enum Kind {
    POLICY("policy"),
    CALENDAR("calendar");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word used in keys. */
    public String label() {
      return label;
    }
  }

  /** A record that cannot be read. */
  public static PublishedRule unreadable(String problem, long arrivedAt, long position) {
    return new PublishedRule(
        Kind.POLICY, "", 0, Policy.ALWAYS, 0, 0, arrivedAt, position, "", problem);
  }

  /** What names this version: {@code policy/resolution@2}. */
  public String key() {
    return kind.label() + "/" + id + "@" + version;
  }

  /** The same rule as the broker took it. */
  public PublishedRule arrived(long arrived, long at) {
    return new PublishedRule(
        kind, id, version, effectiveFrom, rank, publishedAt, arrived, at, definition, problem);
  }
}
