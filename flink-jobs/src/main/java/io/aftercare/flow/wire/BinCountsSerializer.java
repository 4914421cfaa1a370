package io.aftercare.flow.wire;

import io.aftercare.domain.complaint.BinCounts;
import io.aftercare.domain.complaint.Trait;
import io.aftercare.domain.window.Customers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Serializes what a bin of complaints counted. */
public final class BinCountsSerializer extends WireSerializer<BinCounts> {
  private static final long serialVersionUID = 1;

  @Override
  void write(BinCounts bin, WireWriter out) {
    out.signed(bin.heard());
    out.unsigned(bin.complaints().size());
    bin.complaints()
        .forEach(
            (trait, count) -> {
              out.name(trait.category());
              out.name(trait.productLine());
              out.name(trait.outlet());
              out.name(trait.faultCode());
              out.signed(count);
            });
    out.unsigned(bin.customers().size());
    bin.customers()
        .forEach(
            (category, customers) -> {
              out.name(category);
              out.unsigned(customers.size());
              for (int i = 0; i < customers.size(); i++) {
                out.signed(customers.customerAt(i));
                out.signed(customers.countAt(i));
              }
            });
  }

  @Override
  BinCounts read(WireReader in) {
    long heard = in.signed();
    Map<Trait, Long> complaints = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      complaints.put(new Trait(in.requiredName(), in.name(), in.name(), in.name()), in.signed());
    }
    SortedMap<String, Customers> customers = new TreeMap<>();
    for (int left = in.count(); left > 0; left--) {
      customers.put(in.requiredName(), FiguresWire.customers(in));
    }
    return new BinCounts(heard, complaints, customers);
  }

  @Override
  public BinCountsSerializer duplicate() {
    return new BinCountsSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<BinCounts> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(BinCountsSerializer::new));
    }
  }
}
