package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Facts;
import io.aftercare.domain.ticket.Milestone;
import io.aftercare.domain.ticket.MilestoneChange;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the steps in tickets' lives, and observes how long they took. */
final class MilestoneMeasures {
  private MilestoneMeasures() {}

  static void of(MilestoneChange change, Consumer<Delta> out) {
    Milestone before = change.before();
    Milestone after = change.after();
    count(before == null ? null : counted(before), after == null ? null : counted(after), out);
    count(before == null ? null : byService(before), after == null ? null : byService(after), out);
    observe(before, after, out);
  }

  private static void count(@Nullable Delta was, @Nullable Delta is, Consumer<Delta> out) {
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
    String region = f.regionLabel();
    String priority = f.priority().label();
    return switch (step.kind()) {
      case CREATED -> Delta.one(Measure.TICKETS_CREATED, region, f.channel().label());
      case RESOLVED -> Delta.one(Measure.TICKETS_RESOLVED, region, priority);
      case REOPENED -> Delta.one(Measure.TICKETS_REOPENED, region, priority);
      case CLOSED -> Delta.one(Measure.TICKETS_CLOSED, region, priority);
      case CANCELLED -> Delta.one(Measure.TICKETS_CANCELLED, region, "cancelled");
      case MERGED -> Delta.one(Measure.TICKETS_CANCELLED, region, "merged");
      case SPAM -> Delta.one(Measure.TICKETS_CANCELLED, region, "spam");
      case TRANSFERRED_OUT -> Delta.one(Measure.TICKETS_TRANSFERRED, region, "out");
      case TRANSFERRED_IN -> Delta.one(Measure.TICKETS_TRANSFERRED, region, "in");
      case FIRST_RESPONSE -> null;
    };
  }

  private static @Nullable Delta byService(Milestone step) {
    String region = step.facts().regionLabel();
    String service = step.facts().serviceType().label();
    return switch (step.kind()) {
      case CREATED -> Delta.one(Measure.TICKETS_BY_SERVICE, region, service, "created");
      case RESOLVED -> Delta.one(Measure.TICKETS_BY_SERVICE, region, service, "resolved");
      default -> null;
    };
  }

  private static @Nullable Delta observed(Milestone step) {
    Facts f = step.facts();
    return switch (step.kind()) {
      case FIRST_RESPONSE ->
          Delta.of(
              Measure.FIRST_RESPONSE_SECONDS,
              step.elapsedMillis(),
              f.regionLabel(),
              f.channel().channelClass().label());
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
      case TICKETS_BY_SERVICE -> Measure.TICKETS_BY_SERVICE_RETRACTED;
      default -> throw new IllegalArgumentException(counted + " has no retracted twin");
    };
  }
}
