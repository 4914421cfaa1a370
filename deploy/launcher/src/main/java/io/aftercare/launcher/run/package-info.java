/** The product in one process against an existing Kafka. */
@NullMarked
package io.aftercare.launcher.run;

import org.jspecify.annotations.NullMarked;
