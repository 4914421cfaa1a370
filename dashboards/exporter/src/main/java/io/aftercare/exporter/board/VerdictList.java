package io.aftercare.exporter.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clocks that settled lately, the newest first.
 *
 * @param nextCursor asks for the next page; null on the last
 */
public record VerdictList(List<VerdictRow> verdicts, @Nullable String nextCursor) {}
