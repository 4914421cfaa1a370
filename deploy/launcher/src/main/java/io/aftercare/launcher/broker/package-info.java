/** A real Kafka broker inside this process, and the topics Aftercare needs on any broker. */
@NullMarked
package io.aftercare.launcher.broker;

import org.jspecify.annotations.NullMarked;
