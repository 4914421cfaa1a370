@NullMarked
package io.aftercare.launcher.replay.reference;

import org.jspecify.annotations.NullMarked;
