package io.aftercare.domain.window;

/**
 * A window on its way through time, a minute a step, of which only those are taken at which it
 * changes. Law: {@link #sum} is the sum of the panes from {@link #start} to before {@link #end}.
 */
interface Slide {
  /** No further step. */
  long NEVER = Long.MAX_VALUE;

  /** Where it ends now. */
  long end();

  /** Where it begins now. */
  long start();

  /** What it holds now; not to be changed. */
  Figures sum();

  /** The next end at which a pane enters or leaves; {@link #NEVER} if none does. */
  long next();

  /** Takes it to a later end; no end at which it changes may lie between. */
  void moveTo(long end);

  /** A pane that it may hold has changed by so much. */
  void changed(long minute, Figures more);

  /** The same window as it is at an earlier end. */
  Slide backTo(long earlier);

  /** Whether it holds a pane whose windows are to be said again. */
  boolean holdsCorrected();
}
