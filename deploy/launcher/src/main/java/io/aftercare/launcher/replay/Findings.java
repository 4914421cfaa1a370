package io.aftercare.launcher.replay;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a replay found, for a person. */
interface Findings {
  /** The table, and what stands below it. */
  void print(PrintWriter out);

  /** What the findings rest on, in one phrase. */
  String basis();

  /** Further lines of the account. */
  List<String> lines();

  /** What does not add up, or null. */
  @Nullable String contradiction();
}
