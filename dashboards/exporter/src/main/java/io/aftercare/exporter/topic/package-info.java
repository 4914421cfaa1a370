/** How the metrics topic is read: whole, from the beginning, without a consumer group. */
@NullMarked
package io.aftercare.exporter.topic;

import org.jspecify.annotations.NullMarked;
