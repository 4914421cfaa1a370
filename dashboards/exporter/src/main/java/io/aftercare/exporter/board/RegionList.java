package io.aftercare.exporter.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All regions, the one with most trouble first. */
public record RegionList(
    Instant generatedAt,
    @Nullable Instant eventTime,
    @Nullable Instant movedAt,
    List<Tile> regions) {}
