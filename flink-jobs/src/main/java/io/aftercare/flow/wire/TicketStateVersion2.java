package io.aftercare.flow.wire;

/**
 * Reads tickets as version 2 wrote them: as version 3, but no clock says since when it is in its
 * state. Of a running one that is taken to be when it was last armed, of a pause it is not known.
 */
final class TicketStateVersion2 extends OldVersion<TicketState> {
  private static final long serialVersionUID = 1;

  @Override
  TicketState read(WireReader in) {
    return TicketStateVersion3.state(in);
  }

  @Override
  public TicketStateVersion2 duplicate() {
    return new TicketStateVersion2();
  }
}
