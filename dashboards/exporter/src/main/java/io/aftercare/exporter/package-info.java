/**
 * The process that serves Aftercare's numbers to Prometheus, and what needs a look now to people.
 * Start reading here.
 *
 * <pre>
 *  aftercare.metrics.v1    ─▶ view.MetricsView ────────────┬▶ ProductSeries ─▶ /metrics
 *  aftercare.attention.v1  ─▶ attention.AttentionView ─────┤
 *  aftercare.verdicts.v1   ─▶ ledger.RecentVerdicts ───────┴▶ board.Board ─▶ http.Api ─▶ /api/v1
 *                          └▶ ledger.TicketLogs ───────────────────────────▶          ─▶ http.Pages
 *  aftercare.milestones.v1 ─▶
 *  aftercare.spikes.v1     ─▶ spike.RecentSpikes ──────────▶ board.Board
 *      topic.TopicReader        laws, no I/O                 pure              ExporterServer
 * </pre>
 *
 * <p>The exporter is a view: it holds nothing that the topics do not hold. A start reads the
 * compacted topics whole and the logs of the last day, so a restart, or a second replica, ends at
 * the same numbers. {@link io.aftercare.exporter.view.MetricsView} keeps the laws of the metrics
 * (newest lineage, no counter falls, zeros before values, the series cap); {@link
 * io.aftercare.exporter.attention.AttentionView} is the list of tickets that need a look; {@link
 * io.aftercare.exporter.ledger.RecentVerdicts} counts a day of verdicts, net of corrections. They
 * know neither Kafka nor HTTP; {@link io.aftercare.exporter.topic.TopicReader} knows Kafka alone;
 * {@link io.aftercare.exporter.Exporter} joins them with the server and with the process's own
 * health.
 *
 * <p>Who may read, and over TLS or not, is {@link io.aftercare.exporter.web.WebGuard}'s: every
 * context of the server is behind it.
 *
 * <p>Two replicas are safe side by side; queries over both use {@code max without(instance, pod)}.
 */
@NullMarked
package io.aftercare.exporter;

import org.jspecify.annotations.NullMarked;
