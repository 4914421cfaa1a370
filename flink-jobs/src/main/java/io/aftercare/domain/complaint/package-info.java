/** How many complaints are usual, and when there are too many of them to be chance. */
@NullMarked
package io.aftercare.domain.complaint;

import org.jspecify.annotations.NullMarked;
