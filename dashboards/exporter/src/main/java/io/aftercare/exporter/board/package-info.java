/**
 * What people are shown: pure functions from the views to the records that the JSON API sends,
 * whose fields are its contract. Start with {@link io.aftercare.exporter.board.Board}.
 */
@NullMarked
package io.aftercare.exporter.board;

import org.jspecify.annotations.NullMarked;
