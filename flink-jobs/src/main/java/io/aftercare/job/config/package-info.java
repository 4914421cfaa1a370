/** Strict configuration: every key typed, defaulted, described; anything else is refused. */
@NullMarked
package io.aftercare.job.config;

import org.jspecify.annotations.NullMarked;
