/** The reports of a replay of calls, written from the records of contacts alone. */
@NullMarked
package io.aftercare.launcher.replay.report.calls;

import org.jspecify.annotations.NullMarked;
