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
 * @param windows tickets: whether windows are reported
 * @param spikes tickets: whether spikes of complaints are reported
 * @param lateness tickets: how late an event may be and still correct the windows and bins over it
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
    boolean windows,
    boolean spikes,
    Duration lateness,
    CallTerms terms,
    Rulebook rules,
    int parallelism,
    int partitions) {}
