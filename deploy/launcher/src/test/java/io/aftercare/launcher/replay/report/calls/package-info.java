/** Hand-made contacts, and the reports that a person would expect of them. */
@NullMarked
package io.aftercare.launcher.replay.report.calls;

import org.jspecify.annotations.NullMarked;
