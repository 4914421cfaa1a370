@NullMarked
package io.aftercare.launcher.replay.feed;

import org.jspecify.annotations.NullMarked;
