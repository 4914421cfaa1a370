@NullMarked
package io.aftercare.flow.wire;

import org.jspecify.annotations.NullMarked;
