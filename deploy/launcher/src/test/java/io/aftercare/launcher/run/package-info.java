/** {@code run} against a Kafka that was there before. */
@NullMarked
package io.aftercare.launcher.run;

import org.jspecify.annotations.NullMarked;
