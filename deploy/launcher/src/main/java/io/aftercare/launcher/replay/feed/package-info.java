/** Rows as records of the input topic, with how far time had come before each. */
@NullMarked
package io.aftercare.launcher.replay.feed;

import org.jspecify.annotations.NullMarked;
