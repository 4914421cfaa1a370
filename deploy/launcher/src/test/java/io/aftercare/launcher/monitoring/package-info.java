/** Prometheus and Alertmanager beside the product, as real as can be. */
@NullMarked
package io.aftercare.launcher.monitoring;

import org.jspecify.annotations.NullMarked;
