package io.aftercare.domain.window;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers of each kind of contribution. Events are of no kind: nobody is told how many a part
 * of a region had, and an event's customer may turn out to be another.
 */
public final class Clientele {
  private final @Nullable Customers[] counted = new @Nullable Customers[What.KINDS];
  private final Map<String, Customers> met = new TreeMap<>();
  private final Map<String, Customers> breached = new TreeMap<>();

  /** Hears of the customers of a kind. */
  public interface Reader {
    /**
     * Those of one kind.
     *
     * @param sla of a verdict; otherwise empty
     */
    void read(What what, String sla, Customers customers);
  }

  /** Notes whose contribution it is, if not of one more customer than anybody would know of. */
  public void note(Contribution c) {
    if (c.what() != What.EVENT) {
      noted(c.what(), c.sla()).noteIfRoom(c.customer(), c.sign());
    }
  }

  /** Where the customers of a kind are noted. */
  public Customers noted(What what, String sla) {
    if (what.isVerdict()) {
      return verdicts(what).computeIfAbsent(sla, s -> new Customers());
    }
    Customers known = counted[what.place];
    if (known == null) {
      known = new Customers();
      counted[what.place] = known;
    }
    return known;
  }

  private Map<String, Customers> verdicts(What what) {
    return what == What.SLA_MET ? met : breached;
  }

  /** Those of a kind; not to be changed. */
  Customers of(Kind kind) {
    Customers known =
        kind.what().isVerdict()
            ? verdicts(kind.what()).get(kind.sla())
            : counted[kind.what().place];
    return known == null ? Customers.NOBODY : known;
  }

  /** Together with what was noted elsewhere; kinds of which nothing was are the same ones. */
  Clientele plus(Clientele noted) {
    Clientele all = new Clientele();
    System.arraycopy(counted, 0, all.counted, 0, counted.length);
    all.met.putAll(met);
    all.breached.putAll(breached);
    noted.forEach(
        (what, sla, customers) -> {
          Customers sum = all.of(new Kind(what, sla)).plus(customers);
          if (what.isVerdict()) {
            all.verdicts(what).put(sla, sum);
          } else {
            all.counted[what.place] = sum;
          }
        });
    return all;
  }

  /** All kinds of which anybody is known, always in the same order. */
  public void forEach(Reader reader) {
    for (What what : What.values()) {
      Customers customers = counted[what.place];
      if (customers != null && customers.size() > 0) {
        reader.read(what, "", customers);
      }
      if (what.isVerdict()) {
        for (Map.Entry<String, Customers> each : verdicts(what).entrySet()) {
          if (each.getValue().size() > 0) {
            reader.read(what, each.getKey(), each.getValue());
          }
        }
      }
    }
  }

  /** Whether nobody is known. */
  public boolean isEmpty() {
    return known().isEmpty();
  }

  private Map<Kind, Customers> known() {
    Map<Kind, Customers> known =
        new TreeMap<>(Comparator.comparing(Kind::what).thenComparing(Kind::sla));
    forEach((what, sla, customers) -> known.put(new Kind(what, sla), customers));
    return known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Clientele that && known().equals(that.known());
  }

  @Override
  public int hashCode() {
    return known().hashCode();
  }

  @Override
  public String toString() {
    return known().toString();
  }
}
