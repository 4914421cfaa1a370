package io.aftercare.flow.wire;

import io.aftercare.domain.window.Clientele;
import io.aftercare.domain.window.Customers;
import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.Sketch;
import io.aftercare.domain.window.What;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Figures and customers as bytes: of counts, buckets and verdicts those that are not 0. */
final class FiguresWire {
  private static final What[] KINDS = What.values();

  private FiguresWire() {}

  static void write(Figures figures, WireWriter out) {
    int kinds = 0;
    for (What what : KINDS) {
      kinds += figures.count(what) == 0 ? 0 : 1;
    }
    out.unsigned(kinds);
    for (What what : KINDS) {
      if (figures.count(what) != 0) {
        out.constant(WireIds.WHATS, what);
        out.signed(figures.count(what));
      }
    }
    write(figures.firstResponse(), out);
    write(figures.resolution(), out);
    write(figures.met(), out);
    write(figures.breached(), out);
  }

  static Figures read(WireReader in) {
    Figures figures = new Figures();
    for (int left = in.count(); left > 0; left--) {
      figures.addCount(in.constant(WireIds.WHATS), in.signed());
    }
    read(figures.firstResponse(), in);
    read(figures.resolution(), in);
    for (int left = in.count(); left > 0; left--) {
      figures.addVerdicts(in.requiredName(), in.signed(), 0);
    }
    for (int left = in.count(); left > 0; left--) {
      figures.addVerdicts(in.requiredName(), 0, in.signed());
    }
    return figures;
  }

  private static void write(Sketch sketch, WireWriter out) {
    out.unsigned(sketch.size());
    int last = 0;
    for (int i = 0; i < sketch.size(); i++) {
      out.signed(sketch.bucketAt(i) - last);
      out.signed(sketch.countAt(i));
      last = sketch.bucketAt(i);
    }
    out.signed(sketch.sum());
  }

  private static void read(Sketch sketch, WireReader in) {
    int size = in.count();
    int bucket = 0;
    for (int i = 0; i < size; i++) {
      bucket += (int) in.signed();
      sketch.addBucket(bucket, in.signed());
    }
    sketch.addSum(in.signed());
  }

  private static void write(SortedMap<String, Long> counts, WireWriter out) {
    out.unsigned(counts.size());
    counts.forEach(
        (sla, count) -> {
          out.name(sla);
          out.signed(count);
        });
  }

  static void write(Clientele customers, WireWriter out) {
    List<Runnable> kinds = new ArrayList<>();
    customers.forEach((what, sla, known) -> kinds.add(() -> write(what, sla, known, out)));
    out.unsigned(kinds.size());
    kinds.forEach(Runnable::run);
  }

  private static void write(What what, String sla, Customers customers, WireWriter out) {
    out.constant(WireIds.WHATS, what);
    if (what.isVerdict()) {
      out.name(sla);
    }
    out.unsigned(customers.size());
    for (int i = 0; i < customers.size(); i++) {
      out.signed(customers.customerAt(i));
      out.signed(customers.countAt(i));
    }
  }

  static Clientele clientele(WireReader in) {
    Clientele customers = new Clientele();
    for (int left = in.count(); left > 0; left--) {
      What what = in.constant(WireIds.WHATS);
      read(customers.noted(what, what.isVerdict() ? in.requiredName() : ""), in);
    }
    return customers;
  }

  /** Those of no kind, as the first version wrote them. */
  static Customers customers(WireReader in) {
    Customers customers = new Customers();
    read(customers, in);
    return customers;
  }

  private static void read(Customers customers, WireReader in) {
    for (int left = in.count(); left > 0; left--) {
      customers.note(in.signed(), in.signed());
    }
  }
}
