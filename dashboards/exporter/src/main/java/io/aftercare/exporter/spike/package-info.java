/** What was said of complaints that are more than usual. */
@NullMarked
package io.aftercare.exporter.spike;

import org.jspecify.annotations.NullMarked;
