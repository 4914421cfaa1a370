/** The windows of event time that closed, as far as they are still the newest. */
@NullMarked
package io.aftercare.exporter.window;

import org.jspecify.annotations.NullMarked;
