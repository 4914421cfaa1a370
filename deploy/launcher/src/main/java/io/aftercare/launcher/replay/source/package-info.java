/**
 * Files as rows and rows as events: lines, cells, ids and pseudonyms; what is no event has its
 * reason.
 */
@NullMarked
package io.aftercare.launcher.replay.source;

import org.jspecify.annotations.NullMarked;
