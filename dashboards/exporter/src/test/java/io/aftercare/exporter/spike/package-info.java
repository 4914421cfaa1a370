@NullMarked
package io.aftercare.exporter.spike;

import org.jspecify.annotations.NullMarked;
