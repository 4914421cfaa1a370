package io.aftercare.launcher.simulate;

/**
 * A pseudonymous customer. Everything about one follows from its hash, so none is stored and each
 * comes back the same.
 *
 * @param hash identity
 */
record Customer(long hash) {
  String ref() {
    return StableHash.ref('c', hash);
  }

  /** The device, one of up to three that the customer has. */
  String asset(int which) {
    return StableHash.ref('d', StableHash.mix(hash, which % 3));
  }

  /** 8 % gold, 22 % silver, the rest standard. */
  String tier() {
    double place = StableHash.unit(hash, 17);
    return place < 0.08 ? "gold" : place < 0.30 ? "silver" : "standard";
  }

  boolean hasContract() {
    return StableHash.unit(hash, 17) < 0.30;
  }

  /** Where the customer lives within a region, 0..count-1, unevenly. */
  int place(int count) {
    double u = StableHash.unit(hash, 23);
    return (int) (u * u * count);
  }
}
