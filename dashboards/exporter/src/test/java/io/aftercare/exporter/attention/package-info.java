@NullMarked
package io.aftercare.exporter.attention;

import org.jspecify.annotations.NullMarked;
