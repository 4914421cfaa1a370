/** The {@code replay} command: an export through a broker and the job of its own, to reports. */
@NullMarked
package io.aftercare.launcher.replay;

import org.jspecify.annotations.NullMarked;
