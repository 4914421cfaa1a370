package io.aftercare.io.avro;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** What the contract's event of one kind means in the domain. */
@FunctionalInterface
public interface Reading<C, E> {
  /** The domain's event; names of fields that became unknown are added to {@code unknown}. */
  E of(C event, List<String> unknown);

  /** Makes a reading on the machine that reads. */
  @FunctionalInterface
  interface Maker<C, E> extends Serializable {
    /** A reading that knows these regions; none: any is accepted. */
    Reading<C, E> knowing(Set<String> regions);
  }
}
