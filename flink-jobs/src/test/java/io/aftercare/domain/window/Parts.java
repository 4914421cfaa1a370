package io.aftercare.domain.window;

/** Makes contributions and the parts of panes that they are. */
public final class Parts {
  private Parts() {}

  /** The part of a pane that a contribution is. */
  public static PanePart of(Contribution c) {
    Figures figures = new Figures();
    figures.add(c);
    Clientele customers = new Clientele();
    customers.note(c);
    return new PanePart(
        c.region(),
        Span.minuteOf(c.at()),
        c.priority(),
        c.channelClass(),
        1,
        c.what() == What.EVENT && c.sign() > 0 ? c.at() : Long.MIN_VALUE,
        figures,
        customers);
  }

  /** A creation. */
  public static Contribution created(String region, String priority, long customer, long at) {
    return new Contribution(at, region, priority, "live", customer, What.CREATED, "", 0, 1);
  }
}
