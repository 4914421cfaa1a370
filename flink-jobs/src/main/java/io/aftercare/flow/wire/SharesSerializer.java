package io.aftercare.flow.wire;

import io.aftercare.domain.complaint.Shares;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Serializes how usual is what complaints have in common; not changed once it is in a state. */
public final class SharesSerializer extends WireSerializer<Shares> {
  private static final long serialVersionUID = 1;

  @Override
  void write(Shares shares, WireWriter out) {
    out.signed(shares.asOf());
    Map<String, Double> weights = shares.weights();
    out.unsigned(weights.size());
    weights.forEach(
        (value, weight) -> {
          out.name(value);
          out.signed(Double.doubleToLongBits(weight));
        });
  }

  @Override
  Shares read(WireReader in) {
    long asOf = in.signed();
    Map<String, Double> weights = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      weights.put(in.requiredName(), Double.longBitsToDouble(in.signed()));
    }
    return Shares.of(asOf, weights);
  }

  @Override
  public SharesSerializer duplicate() {
    return new SharesSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<Shares> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(SharesSerializer::new));
    }
  }
}
