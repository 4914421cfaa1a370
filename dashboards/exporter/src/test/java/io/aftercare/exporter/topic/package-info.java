@NullMarked
package io.aftercare.exporter.topic;

import org.jspecify.annotations.NullMarked;
