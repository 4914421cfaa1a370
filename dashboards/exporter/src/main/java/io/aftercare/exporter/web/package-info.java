/**
 * Who may read, and over what: TLS and basic authentication by the web configuration file that
 * Prometheus and its exporters share. Start with {@link io.aftercare.exporter.web.WebGuard}.
 */
@NullMarked
package io.aftercare.exporter.web;

import org.jspecify.annotations.NullMarked;
