/**
 * A real Prometheus and Alertmanager beside the product, with the shipped rules and routes; they
 * are child processes and leave nothing behind.
 */
@NullMarked
package io.aftercare.launcher.monitoring;

import org.jspecify.annotations.NullMarked;
