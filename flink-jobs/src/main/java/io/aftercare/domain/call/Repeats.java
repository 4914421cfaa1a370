package io.aftercare.domain.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which of one customer's contacts are repeats: those whose first queue was entered at most 2 min
 * after the one before. For load they count as any other; for complaints they are the same contact.
 */
public final class Repeats {
  private static final long WITHIN_MILLIS = 120_000;

  private static final Comparator<FirstEntry> ORDER =
      Comparator.comparingLong(FirstEntry::enteredAt).thenComparing(FirstEntry::contactId);

  private Repeats() {}

  /** The repeats among these entries of one customer. */
  public static List<FirstEntry> among(Collection<FirstEntry> entries) {
    List<FirstEntry> sorted = new ArrayList<>(entries);
    sorted.sort(ORDER);
    List<FirstEntry> repeats = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).enteredAt() - sorted.get(i - 1).enteredAt() <= WITHIN_MILLIS) {
        repeats.add(sorted.get(i));
      }
    }
    return repeats;
  }
}
