package io.aftercare.launcher.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is asked for.
 *
 * @param limit how long it runs; null: until it is stopped
 * @param port of the exporter
 * @param speed simulated seconds per second
 */
record DemoOptions(@Nullable Duration limit, int port, long seed, double speed) {}
