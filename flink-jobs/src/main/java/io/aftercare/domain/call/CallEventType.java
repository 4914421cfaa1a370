package io.aftercare.domain.call;

import java.util.Locale;

/**
 * What can happen to a contact. Events of one instant for which the source gives no sequence take
 * effect in the order of a call's life: what passes a caller on comes before the next queue, the
 * queue before the answer, the answer before a hold and before its end.
 */
public enum CallEventType {
  UNKNOWN(0),
  OFFERED(1),
  IVR_ENTERED(2),
  IVR_LEFT(3),
  TRANSFERRED(4),
  OVERFLOWED(4),
  QUEUE_ENTERED(5),
  RINGING(6),
  CALLBACK_STARTED(7),
  ANSWERED(8),
  HELD(9),
  RETRIEVED(10),
  ABANDONED(11),
  CALLBACK_REQUESTED(11),
  VOICEMAIL_LEFT(11),
  QUEUE_CLOSED(11),
  FAILED(11),
  AGENT_LEFT(12),
  WRAP_UP_ENDED(13),
  DISCONNECTED(14),
  CORRECTED(15);

  private final int rank;
  private final String label = name().toLowerCase(Locale.ROOT);

  CallEventType(int rank) {
    this.rank = rank;
  }

  /** Position among events of one instant; lower takes effect first. */
  int rank() {
    return rank;
  }

  /** The word used in labels and files. */
  public String label() {
    return label;
  }
}
