/**
 * A ticket's life as a fold over its events. Start reading at {@link
 * io.aftercare.domain.ticket.TicketLife}.
 */
@NullMarked
package io.aftercare.domain.ticket;

import org.jspecify.annotations.NullMarked;
