package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.launcher.replay.report.RegionView;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay was asked for.
 *
 * @param mapping file or name of a shipped mapping
 * @param asOf when time ends; null: at the last event
 * @param zone of calendar days
 * @param sla the SLA that the reports are about
 * @param rules what is promised; without regions, regions are discovered
 */
record ReplayOptions(
    List<Path> files,
    String mapping,
    Path out,
    @Nullable Instant asOf,
    ZoneId zone,
    RegionView view,
    String sla,
    Rulebook rules,
    int parallelism,
    int partitions) {}
