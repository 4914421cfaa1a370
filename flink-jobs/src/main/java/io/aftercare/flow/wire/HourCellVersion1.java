package io.aftercare.flow.wire;

import io.aftercare.domain.window.Figures;
import io.aftercare.domain.window.HourCell;

/**
 * Reads hours as version 1 wrote them: who came, but not for what. As nobody knows how many of a
 * kind came, nothing of such an hour is told apart.
 */
final class HourCellVersion1 extends OldVersion<HourCell> {
  private static final long serialVersionUID = 1;

  @Override
  HourCell read(WireReader in) {
    Figures figures = FiguresWire.read(in);
    FiguresWire.customers(in);
    return HourCell.untold(figures);
  }

  @Override
  public HourCellVersion1 duplicate() {
    return new HourCellVersion1();
  }
}
