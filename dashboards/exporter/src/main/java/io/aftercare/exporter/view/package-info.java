/**
 * What is served: a pure function of the records read. Start with {@link
 * io.aftercare.exporter.view.MetricsView}.
 */
@NullMarked
package io.aftercare.exporter.view;

import org.jspecify.annotations.NullMarked;
