/** What is usual of a region at this hour of the week, and how long its silence can be chance. */
@NullMarked
package io.aftercare.domain.expectation;

import org.jspecify.annotations.NullMarked;
