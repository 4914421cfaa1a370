package io.aftercare.flow.wire;

import io.aftercare.domain.call.CallEvent;
import io.aftercare.domain.call.Contact;
import java.util.List;

/**
 * What is kept of a contact: all its events, and what was last said of it.
 *
 * @param reached up to when everything has happened that happens without an event; {@link
 *     Long#MIN_VALUE} if nothing has
 * @param armedAt the instant of its one live timer, {@link Long#MAX_VALUE} if none
 * @param revision number of the last record of the call ledger
 * @param ledgerRevision number of the last record of the ledger
 */
public record ContactState(
    List<CallEvent> history,
    Contact said,
    long reached,
    long armedAt,
    long revision,
    long ledgerRevision) {

  /** Keeps what it was given. */
  public ContactState {
    history = List.copyOf(history);
  }
}
