package io.aftercare.flow.wire;

import io.aftercare.domain.ticket.Quality;

/** What is known of the quality of a ticket's service. */
final class QualityWire {
  private QualityWire() {}

  static void write(Quality quality, long createdAt, WireWriter out) {
    out.instant(quality.dueAt(), createdAt);
  }

  static Quality read(long createdAt, WireReader in) {
    return new Quality(in.instant(createdAt));
  }
}
