package io.aftercare.launcher.simulate;

import io.aftercare.contract.TicketEvent;

/**
 * A ticket event and when it reaches the input topic.
 *
 * @param arrivalMillis simulated arrival, UTC, ms since 1970; never before the event's occurred_at
 * @param event the event; a duplicate is the very same object, so do not change it
 */
public record SimulatedEvent(long arrivalMillis, TicketEvent event) {}
