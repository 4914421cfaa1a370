/** Files with what was learnt before. */
@NullMarked
package io.aftercare.io.baseline;

import org.jspecify.annotations.NullMarked;
