package io.aftercare.io.policy;

import io.aftercare.domain.calendar.ServiceCalendar;
import io.aftercare.domain.sla.Allowance;
import io.aftercare.domain.sla.ClockMetric;
import io.aftercare.domain.sla.ClockRules;
import io.aftercare.domain.sla.ShortAbandon;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import org.jspecify.annotations.Nullable;

/** Reads what only a queue's service level says, and refuses what it cannot say. */
final class QueueTermsReader {
  private QueueTermsReader() {}

  static ShortAbandon shortAbandon(YamlSection section, ClockMetric metric) {
    YamlValue span = section.optional("short_abandon");
    YamlValue inclusive = section.optional("short_abandon_inclusive");
    if (metric != ClockMetric.CALL_ANSWER) {
      refuse(span);
      refuse(inclusive);
    }
    return new ShortAbandon(
        span == null ? ShortAbandon.USUAL.millis() : Scalars.span(span),
        inclusive == null ? ShortAbandon.USUAL.inclusive() : inclusive.truth());
  }

  private static void refuse(@Nullable YamlValue value) {
    if (value != null) {
      throw value.error("only a policy of metric call_answer has short abandons; leave it out");
    }
  }

  /** A queue's threshold is a span of calendar time, for everybody in the queue. */
  static void check(YamlSection section, Allowance allowance, ClockRules rules) {
    if (allowance.fixed()) {
      throw section
          .keyOrWhole("deadline")
          .error("callers wait for no promised instant; write targets: {all: 30s}");
    }
    if (!rules.calendar().equals(ServiceCalendar.AROUND_THE_CLOCK.id())) {
      throw section
          .keyOrWhole("calendar")
          .error("a caller waits in calendar time; right would be 24x7, or no calendar");
    }
    if (!Scalars.isFirst(section, "role", "active", "shadow")) {
      throw section
          .keyOrWhole("role")
          .error("a service level has no shadow: all its definitions are counted anyway");
    }
  }
}
