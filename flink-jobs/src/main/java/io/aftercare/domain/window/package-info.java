/**
 * What a region did in the last five minutes, hour, day and today, said once that is over; and who
 * may be told apart in it. Start reading at {@link io.aftercare.domain.window.Windows}.
 */
@NullMarked
package io.aftercare.domain.window;

import org.jspecify.annotations.NullMarked;
