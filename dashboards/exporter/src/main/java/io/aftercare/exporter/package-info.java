/**
 * The process that serves Aftercare's numbers to Prometheus. Start reading here.
 *
 * <pre>
 *  aftercare.metrics.v1 ─▶ topic.MetricsTopicReader ─▶ view.MetricsView ─▶ /metrics
 *     (compacted)            one thread, no group        laws, no I/O        ExporterServer: 503 until caught up
 * </pre>
 *
 * <p>The exporter is a view: it holds nothing that the topic does not hold. A start reads the whole
 * topic, so a restart, or a second replica, ends at the same numbers. {@link
 * io.aftercare.exporter.view.MetricsView} keeps the laws (newest lineage, no counter falls, zeros
 * before values, the series cap) and knows neither Kafka nor HTTP; {@link
 * io.aftercare.exporter.topic.MetricsTopicReader} knows Kafka alone; {@link
 * io.aftercare.exporter.Exporter} joins them with the server and with the process's own health.
 *
 * <p>Who may read, and over TLS or not, is {@link io.aftercare.exporter.web.WebGuard}'s: every
 * context of the server is behind it.
 *
 * <p>Two replicas are safe side by side; queries over both use {@code max without(instance, pod)}.
 */
@NullMarked
package io.aftercare.exporter;

import org.jspecify.annotations.NullMarked;
