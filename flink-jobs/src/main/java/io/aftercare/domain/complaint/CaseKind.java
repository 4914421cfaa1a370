package io.aftercare.domain.complaint;

/** What happened, as far as complaints depend on it. */
public enum CaseKind {
  CREATED,
  COMPLAINT_FILED,
  CORRECTED,
  /** It was closed, cancelled, merged or marked as spam. */
  CLOSED,
  OTHER
}
