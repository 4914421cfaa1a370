/**
 * What the ledger log said lately: the verdicts of a day ({@link
 * io.aftercare.exporter.ledger.RecentVerdicts}) and the logs of single tickets ({@link
 * io.aftercare.exporter.ledger.TicketLogs}). Pure: it knows records and no topic.
 */
@NullMarked
package io.aftercare.exporter.ledger;

import org.jspecify.annotations.NullMarked;
