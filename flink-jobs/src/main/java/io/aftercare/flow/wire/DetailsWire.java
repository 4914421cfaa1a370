package io.aftercare.flow.wire;

import io.aftercare.domain.ticket.Details;

/** The details of an event. */
final class DetailsWire {
  private DetailsWire() {}

  static void write(Details details, WireWriter out) {
    out.signed(details.customer());
    out.signed(details.asset());
    out.signed(details.score());
    out.signed(details.missingFields());
    out.unsigned(details.tenPoint() ? 1 : 0);
  }

  static Details read(WireReader in) {
    long customer = in.signed();
    long asset = in.signed();
    int score = (int) in.signed();
    int missing = (int) in.signed();
    return new Details(customer, asset, score, in.unsigned() != 0, missing);
  }
}
