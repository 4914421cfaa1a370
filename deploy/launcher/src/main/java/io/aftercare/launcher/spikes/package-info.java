/** {@code aftercare spikes}: the detector of complaint spikes, alone on files of counts. */
@NullMarked
package io.aftercare.launcher.spikes;

import org.jspecify.annotations.NullMarked;
