package io.aftercare.launcher.replay.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was put into the input topic.
 *
 * @param lines lines read, empty ones and headers not counted
 * @param records records sent: one per event, and one per line that is none
 * @param rejected lines that are no event
 * @param latest the latest event, or null if there was none
 * @param damaged where a compressed file ended early, {@code file:line: why}
 */
public record LoadSummary(
    long lines, long records, long rejected, @Nullable Instant latest, List<String> damaged) {}
