package io.aftercare.oracle.call;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who called again soon: a contact whose customer's contact before it, by the instants of their
 * first queues, entered at most two minutes earlier.
 */
public final class Repeats {
  private static final long SOON = 2 * 60_000;

  /** One of a customer's contacts, and where it is counted. */
  public record Repeat(String contactId, @Nullable String region, @Nullable String queue) {}

  private Repeats() {}

  /** All repeats among these contacts; who stated no customer, or reached no queue, is none. */
  public static Set<Repeat> of(Collection<Told> contacts) {
    List<Told> calls =
        contacts.stream().filter(c -> c.customerRef() != null && !c.visits().isEmpty()).toList();
    return calls.stream()
        .filter(c -> calls.stream().anyMatch(before -> soonBefore(before, c)))
        .map(c -> new Repeat(c.contactId(), first(c).region(), first(c).queue()))
        .collect(Collectors.toSet());
  }

  private static boolean soonBefore(Told before, Told contact) {
    return contact.customerRef() != null
        && contact.customerRef().equals(before.customerRef())
        && ORDER.compare(before, contact) < 0
        && first(contact).enteredAt() - first(before).enteredAt() <= SOON;
  }

  private static final Comparator<Told> ORDER =
      Comparator.comparingLong((Told c) -> first(c).enteredAt()).thenComparing(Told::contactId);

  /** The queue that was entered first. */
  private static Told.Visit first(Told contact) {
    return contact.visits().get(0);
  }
}
