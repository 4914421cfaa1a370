@NullMarked
package io.aftercare.launcher.replay.mapping;

import org.jspecify.annotations.NullMarked;
