/** Event time of a live topic: the wall clock's where all is read, the records' where it is not. */
@NullMarked
package io.aftercare.io.kafka.live;

import org.jspecify.annotations.NullMarked;
