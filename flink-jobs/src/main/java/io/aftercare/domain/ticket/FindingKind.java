package io.aftercare.domain.ticket;

/** What can be found of the quality of a ticket's service. */
public enum FindingKind {
  /** Opened with every field of the intake filled in. */
  INTAKE_COMPLETE,
  /** Opened with fields left empty. */
  INTAKE_INCOMPLETE
}
