/** Flink in this process. */
@NullMarked
package io.aftercare.launcher.flink;

import org.jspecify.annotations.NullMarked;
