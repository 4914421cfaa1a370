package io.aftercare.contract.metric;

/**
 * Complaints, what is usual of them, and where they are more than that. Of the levels the category
 * {@code *} is the region's total; the counters have no total but their sum.
 */
final class ComplaintMetrics {
  static final Spec COMPLAINTS =
      Spec.counter(
          "complaints_total",
          Unit.COMPLAINTS,
          "Complaints by the category of the problem: one per customer and ticket.",
          "region",
          "category");

  static final Spec COMPLAINTS_RETRACTED =
      Spec.retracted("complaints", Unit.COMPLAINTS, "region", "category");

  static final Spec COMPLAINTS_UNNAMED =
      Spec.counter(
          "complaints_unnamed_total",
          Unit.EVENTS,
          "COMPLAINT_FILED that staff or a machine entered in nobody's name: no complaint.");

  static final Spec COMPLAINTS_LATE =
      Spec.counter(
          "complaints_late_total",
          Unit.COMPLAINTS,
          "Complaints that came after their quarter of an hour was final: counted, never judged.",
          "region");

  static final Spec COMPLAINT_OBSERVED =
      Spec.gauge(
          "complaint_observed",
          Unit.COMPLAINTS,
          "Complaints in the last hour of event time.",
          "region",
          "category");

  static final Spec COMPLAINT_EXPECTED =
      Spec.gauge(
          "complaint_expected",
          Unit.MEAN_COMPLAINTS,
          "Complaints that are usual of the hour that complaint_observed is of.",
          "region",
          "category");

  static final Spec COMPLAINT_EXPECTED_UPPER =
      Spec.gauge(
          "complaint_expected_upper",
          Unit.MEAN_COMPLAINTS,
          "Upper edge of what is usual of that hour: the mean and 2 standard deviations.",
          "region",
          "category");

  static final Spec COMPLAINT_SPIKE_SCORE =
      Spec.gauge(
          "complaint_spike_score",
          Unit.SCORE,
          "How unlikely so many are: of the most unlikely window from 15 min to 4 h that ends now -log10 of the chance, and log10 of its quarters of an hour. A spike opens at 5.",
          "region",
          "category");

  static final Spec COMPLAINT_SPIKE_ACTIVE =
      Spec.gauge(
          "complaint_spike_active",
          Unit.NONE,
          "1 while a spike is open, else 0.",
          "region",
          "category");

  static final Spec COMPLAINT_LEARNING_UNTIL =
      Spec.gauge(
          "complaint_learning_until_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "Until when what is usual of the region is being learnt and no spike of it opens; absent once it is learnt.",
          "region");

  static final Spec COMPLAINT_INCIDENT_START =
      Spec.gauge(
          "complaint_incident_start_timestamp_seconds",
          Unit.UNIX_SECONDS,
          "When the oldest open incident of the region began, from which its 2 h of containment run; absent while none is open.",
          "region");

  static final Spec COMPLAINT_INCIDENT_TIER =
      Spec.gauge(
          "complaint_incident_tier",
          Unit.NONE,
          "Tier of the region's gravest open incident, 1 (gravest) to 3; absent while none is open.",
          "region");

  static final Spec COMPLAINT_MASS_REGIONS =
      Spec.gauge(
          "complaint_mass_regions",
          Unit.NONE,
          "In how many regions a spike of the category is open, while there are 3 or more; else absent.",
          "category");

  private ComplaintMetrics() {}
}
