package io.aftercare.domain.ticket;

import java.util.Locale;

/**
 * Where a ticket is in its service; it is in exactly one stage.
 *
 * <pre>
 *   INTAKE > TRIAGE > DISPATCH > SCHEDULE > WORK > ACCEPTANCE > FOLLOW_UP > CLOSED
 *   beside them: WAITING_CUSTOMER, WAITING_PARTS, WAITING_THIRD_PARTY
 * </pre>
 *
 * <p>After each event, the first that applies:
 *
 * <table>
 * <caption>Rules</caption>
 * <tr><th>if</th><th>the ticket is in</th></tr>
 * <tr><td>it is closed, cancelled, merged or spam</td><td>{@link #CLOSED}</td></tr>
 * <tr><td>it is resolved</td><td>{@link #FOLLOW_UP}</td></tr>
 * <tr><td>its status is {@code WAITING_*}</td><td>the stage of that name; what follows decides
 *     where it goes on</td></tr>
 * <tr><td>WORK_COMPLETED or ACCEPTANCE_PASSED happened</td><td>{@link #ACCEPTANCE}</td></tr>
 * <tr><td>ENGINEER_ARRIVED or ACCEPTANCE_FAILED happened</td><td>{@link #WORK}</td></tr>
 * <tr><td>APPOINTMENT_SET happened, with a window</td><td>{@link #SCHEDULE}</td></tr>
 * <tr><td>its status became IN_PROGRESS, or it was reopened in it</td><td>{@link #WORK}</td></tr>
 * <tr><td>its status became SCHEDULED, or it was reopened in it</td><td>{@link #SCHEDULE}</td></tr>
 * <tr><td>it was reopened, or lost the appointment of its SCHEDULE</td><td>{@link #DISPATCH} if it
 *     was classified and assigned, else {@link #TRIAGE}</td></tr>
 * <tr><td>in INTAKE or TRIAGE: it was classified and assigned</td><td>{@link #DISPATCH}</td></tr>
 * <tr><td>in INTAKE: it was one of both, or one of our people had it in hand</td><td>{@link
 *     #TRIAGE}</td></tr>
 * <tr><td>else</td><td>where it was; at first {@link #INTAKE}</td></tr>
 * </table>
 *
 * <p>So a ticket ON_HOLD stays in its stage, and one that waited goes on where it was before unless
 * its new status says otherwise.
 */
public enum Stage {
  INTAKE,
  TRIAGE,
  DISPATCH,
  SCHEDULE,
  WORK,
  ACCEPTANCE,
  FOLLOW_UP,
  CLOSED,
  WAITING_CUSTOMER,
  WAITING_PARTS,
  WAITING_THIRD_PARTY;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The word used in labels. */
  public String label() {
    return label;
  }
}
