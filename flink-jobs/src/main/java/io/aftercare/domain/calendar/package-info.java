/** When a service is open, and how far apart two instants are on its clock. */
@NullMarked
package io.aftercare.domain.calendar;

import org.jspecify.annotations.NullMarked;
