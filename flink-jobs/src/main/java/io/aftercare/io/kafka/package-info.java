/** Records in from Kafka and out to Kafka. */
@NullMarked
package io.aftercare.io.kafka;

import org.jspecify.annotations.NullMarked;
