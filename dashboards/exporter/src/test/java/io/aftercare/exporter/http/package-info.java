@NullMarked
package io.aftercare.exporter.http;

import org.jspecify.annotations.NullMarked;
