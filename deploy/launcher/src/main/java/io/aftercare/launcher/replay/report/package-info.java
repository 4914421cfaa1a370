/** The reports of a replay, written from the output topics alone. */
@NullMarked
package io.aftercare.launcher.replay.report;

import org.jspecify.annotations.NullMarked;
