package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows that closed last. */
public record WindowList(
    Instant generatedAt, @Nullable Instant eventTime, List<WindowRow> windows) {}
