@NullMarked
package io.aftercare.exporter;

import org.jspecify.annotations.NullMarked;
