/**
 * How the board is served: the JSON API, its streams of events and the pages. It knows the board
 * and HTTP, no topic. Start with {@link io.aftercare.exporter.http.Api}.
 */
@NullMarked
package io.aftercare.exporter.http;

import org.jspecify.annotations.NullMarked;
