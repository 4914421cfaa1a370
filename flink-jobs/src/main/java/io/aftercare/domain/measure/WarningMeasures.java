package io.aftercare.domain.measure;

import io.aftercare.domain.sla.Clock;
import io.aftercare.domain.ticket.ClockChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the warnings of active clocks, each in the region that owns its clock (so net warnings and
 * verdicts of a region are about the same clocks). A clock that was retargeted may have warned at
 * one level twice; both count.
 */
final class WarningMeasures {
  private WarningMeasures() {}

  static void of(ClockChange change, Consumer<Delta> out) {
    List<List<String>> gone = new ArrayList<>(labels(change.before()));
    List<List<String>> come = new ArrayList<>();
    for (List<String> labels : labels(change.after())) {
      if (!gone.remove(labels)) {
        come.add(labels);
      }
    }
    gone.forEach(labels -> out.accept(new Delta(Measure.SLA_WARNINGS_RETRACTED, labels, 1)));
    come.forEach(labels -> out.accept(new Delta(Measure.SLA_WARNINGS, labels, 1)));
  }

  private static List<List<String>> labels(@Nullable Clock clock) {
    return clock == null || !clock.active()
        ? List.of()
        : clock.warnings().stream()
            .map(
                warning ->
                    List.of(
                        ClockMeasures.region(clock),
                        clock.sla(),
                        Integer.toString(warning.percent())))
            .toList();
  }
}
