/** The laws of the Grafana dashboards, and their queries for whoever asks a real Prometheus. */
@NullMarked
package io.aftercare.launcher.grafana;

import org.jspecify.annotations.NullMarked;
