/**
 * Replays for tests and what they are compared with: reference answers, a slow oracle, live
 * figures.
 */
@NullMarked
package io.aftercare.launcher.replay.reference;

import org.jspecify.annotations.NullMarked;
