/** What may come in: events, and the reasons why a record is not one. */
@NullMarked
package io.aftercare.domain.intake;

import org.jspecify.annotations.NullMarked;
