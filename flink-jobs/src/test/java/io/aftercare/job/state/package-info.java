/** Savepoints of past versions, and the proof that this one goes on from them. */
@NullMarked
package io.aftercare.job.state;

import org.jspecify.annotations.NullMarked;
