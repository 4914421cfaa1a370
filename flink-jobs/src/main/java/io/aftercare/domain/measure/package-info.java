/** What one change of a ticket means for the totals of its region. */
@NullMarked
package io.aftercare.domain.measure;

import org.jspecify.annotations.NullMarked;
