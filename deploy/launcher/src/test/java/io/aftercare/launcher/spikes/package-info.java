@NullMarked
package io.aftercare.launcher.spikes;

import org.jspecify.annotations.NullMarked;
