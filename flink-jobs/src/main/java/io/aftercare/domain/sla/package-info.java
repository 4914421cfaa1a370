/**
 * What is promised: policies, and the clocks that hold a ticket to them. Pure; time comes in as an
 * argument.
 */
@NullMarked
package io.aftercare.domain.sla;

import org.jspecify.annotations.NullMarked;
