/** Complaints: who files them, and when there are more of them than is usual. */
@NullMarked
package io.aftercare.domain.complaint;

import org.jspecify.annotations.NullMarked;
