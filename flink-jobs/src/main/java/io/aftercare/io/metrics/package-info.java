/** From measures to series on the metrics topic. */
@NullMarked
package io.aftercare.io.metrics;

import org.jspecify.annotations.NullMarked;
