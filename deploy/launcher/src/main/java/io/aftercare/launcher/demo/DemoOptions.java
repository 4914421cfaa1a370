package io.aftercare.launcher.demo;

import io.aftercare.launcher.monitoring.MonitoringTools;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is asked for.
 *
 * @param limit how long it runs; null: until it is stopped
 * @param port of the exporter
 * @param speed simulated seconds per second
 * @param lateRegion the region whose crews stay away once the live part begins; null: none
 * @param silentRegion the region of whose tickets nothing arrives any more soon after; null: none
 * @param tools what watches it; null: nothing
 */
record DemoOptions(
    @Nullable Duration limit,
    int port,
    long seed,
    double speed,
    @Nullable String lateRegion,
    @Nullable String silentRegion,
    @Nullable MonitoringTools tools) {}
