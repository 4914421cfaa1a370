/**
 * The tickets that need a look now, by the compacted attention topic. Start with {@link
 * io.aftercare.exporter.attention.AttentionView}.
 */
@NullMarked
package io.aftercare.exporter.attention;

import org.jspecify.annotations.NullMarked;
