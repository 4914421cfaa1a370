@NullMarked
package io.aftercare.launcher.replay.source;

import org.jspecify.annotations.NullMarked;
