/**
 * How tickets cross the shuffle and lie in checkpoints: our own compact bytes, versioned per type.
 */
@NullMarked
package io.aftercare.flow.wire;

import org.jspecify.annotations.NullMarked;
