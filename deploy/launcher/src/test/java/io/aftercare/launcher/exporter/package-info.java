/** The exporter against a real broker, Prometheus' own tools and a real Prometheus. */
@NullMarked
package io.aftercare.launcher.exporter;

import org.jspecify.annotations.NullMarked;
