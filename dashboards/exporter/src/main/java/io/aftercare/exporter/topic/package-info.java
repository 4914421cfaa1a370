/**
 * How topics are read: without a consumer group, by one {@link
 * io.aftercare.exporter.topic.TopicReader} each, into the views; and how one ticket is searched.
 */
@NullMarked
package io.aftercare.exporter.topic;

import org.jspecify.annotations.NullMarked;
