package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneChange;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the steps in tickets' lives, and observes how long they took. */
final class MilestoneMeasures {
  private MilestoneMeasures() {}

  static void of(MilestoneChange change, Consumer<Delta> out) {
    Milestone before = change.before();
    Milestone after = change.after();
    count(before, after, out);
    observe(before, after, out);
  }

  private static void count(
      @Nullable Milestone before, @Nullable Milestone after, Consumer<Delta> out) {
    Delta was = before == null ? null : counted(before);
    Delta is = after == null ? null : counted(after);
    if (was != null && !was.equals(is)) {
      out.accept(new Delta(retracted(was.measure()), was.labels(), 1));
    }
    if (is != null && !is.equals(was)) {
      out.accept(is);
    }
  }

  private static void observe(
      @Nullable Milestone before, @Nullable Milestone after, Consumer<Delta> out) {
    if (before == null && after != null) {
      Delta observed = observed(after);
      if (observed != null) {
        out.accept(observed);
      }
    } else if (before != null) {
      Delta was = observed(before);
      if (was != null && !was.equals(after == null ? null : observed(after))) {
        out.accept(
            Delta.one(
                Measure.OBSERVATIONS_CORRECTED,
                before.facts().regionLabel(),
                was.measure().name().toLowerCase(Locale.ROOT)));
      }
    }
  }

  private static @Nullable Delta counted(Milestone step) {
    Facts f = step.facts();
    return switch (step.kind()) {
      case CREATED -> new Delta(Measure.TICKETS_CREATED, origin(f), 1);
      case RESOLVED -> new Delta(Measure.TICKETS_RESOLVED, origin(f), 1);
      case REOPENED -> new Delta(Measure.TICKETS_REOPENED, origin(f), 1);
      case CLOSED -> new Delta(Measure.TICKETS_CLOSED, origin(f), 1);
      case CANCELLED -> Delta.one(Measure.TICKETS_CANCELLED, f.regionLabel(), "cancelled");
      case MERGED -> Delta.one(Measure.TICKETS_CANCELLED, f.regionLabel(), "merged");
      case SPAM -> Delta.one(Measure.TICKETS_CANCELLED, f.regionLabel(), "spam");
      case TRANSFERRED_OUT -> Delta.one(Measure.TICKETS_TRANSFERRED, f.regionLabel(), "out");
      case TRANSFERRED_IN -> Delta.one(Measure.TICKETS_TRANSFERRED, f.regionLabel(), "in");
      case FIRST_RESPONSE -> null;
    };
  }

  private static List<String> origin(Facts f) {
    return List.of(f.regionLabel(), f.channel().label(), f.priority().label());
  }

  private static @Nullable Delta observed(Milestone step) {
    Facts f = step.facts();
    return switch (step.kind()) {
      case FIRST_RESPONSE ->
          Delta.of(
              Measure.FIRST_RESPONSE_SECONDS,
              step.elapsedMillis(),
              f.regionLabel(),
              f.channel().channelClass().label(),
              f.priority().label());
      case RESOLVED ->
          Delta.of(
              Measure.RESOLUTION_SECONDS,
              step.elapsedMillis(),
              f.regionLabel(),
              f.priority().label());
      default -> null;
    };
  }

  private static Measure retracted(Measure counted) {
    return switch (counted) {
      case TICKETS_CREATED -> Measure.TICKETS_CREATED_RETRACTED;
      case TICKETS_RESOLVED -> Measure.TICKETS_RESOLVED_RETRACTED;
      case TICKETS_REOPENED -> Measure.TICKETS_REOPENED_RETRACTED;
      case TICKETS_CLOSED -> Measure.TICKETS_CLOSED_RETRACTED;
      case TICKETS_CANCELLED -> Measure.TICKETS_CANCELLED_RETRACTED;
      case TICKETS_TRANSFERRED -> Measure.TICKETS_TRANSFERRED_RETRACTED;
      default -> throw new IllegalArgumentException(counted + " has no retracted twin");
    };
  }
}
