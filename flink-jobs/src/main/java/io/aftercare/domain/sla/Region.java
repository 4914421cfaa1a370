package io.aftercare.domain.sla;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * A region that owns tickets.
 *
 * @param name verbatim as the source writes it
 * @param zone where its days begin
 * @param calendar id of its service calendar
 */
public record Region(String name, ZoneId zone, String calendar) implements Serializable {}
