package io.aftercare.flow.wire;

import io.aftercare.domain.call.CallEvent;
import java.util.ArrayList;
import java.util.List;

/** Serializes what is kept of a contact. */
public final class ContactStateSerializer extends WireSerializer<ContactState> {
  private static final long serialVersionUID = 1;

  private final CallEventSerializer events = new CallEventSerializer();

  @Override
  void write(ContactState state, WireWriter out) {
    long offeredAt = state.said().offeredAt();
    ContactWire.write(state.said(), out);
    out.unsigned(state.history().size());
    state.history().forEach(event -> events.write(event, out));
    out.instant(~state.reached(), ~offeredAt);
    out.instant(state.armedAt(), offeredAt);
    out.signed(state.revision());
    out.signed(state.ledgerRevision());
  }

  @Override
  ContactState read(WireReader in) {
    var said = ContactWire.read(in);
    int size = in.count();
    List<CallEvent> history = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      history.add(events.read(in));
    }
    return new ContactState(
        history,
        said,
        ~in.instant(~said.offeredAt()),
        in.instant(said.offeredAt()),
        in.signed(),
        in.signed());
  }

  @Override
  public ContactStateSerializer duplicate() {
    return new ContactStateSerializer();
  }

  @Override
  public Snapshot snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1. */
  public static final class Snapshot extends WireSnapshot<ContactState> {
    /** For Flink. */
    public Snapshot() {
      super(List.of(ContactStateSerializer::new));
    }
  }
}
