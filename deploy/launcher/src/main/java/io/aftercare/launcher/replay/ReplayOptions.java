package io.aftercare.launcher.replay;

import io.aftercare.domain.sla.Rulebook;
import io.aftercare.launcher.replay.mapping.Mapping;
import io.aftercare.launcher.replay.report.RegionView;
import io.aftercare.launcher.replay.report.calls.CallTerms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay was asked for.
 *
 * @param mapping what the files are about and what their columns mean
 * @param asOf when time ends; null: at the last event
 * @param zone tickets: of calendar days
 * @param view tickets: which region a figure belongs to
 * @param sla tickets: the SLA that the reports are about
 * @param lateness tickets: how late an event may be and still correct the windows over it; null: no
 *     windows are reported
 * @param terms calls: by what waits are measured
 * @param rules what is promised; without regions, regions are discovered
 */
record ReplayOptions(
    List<Path> files,
    Mapping mapping,
    Path out,
    @Nullable Instant asOf,
    ZoneId zone,
    RegionView view,
    String sla,
    @Nullable Duration lateness,
    CallTerms terms,
    Rulebook rules,
    int parallelism,
    int partitions) {}
