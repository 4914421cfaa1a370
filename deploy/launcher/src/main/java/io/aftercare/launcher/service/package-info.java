/**
 * What demo and run have in common: a job and an exporter, started, watched and stopped together.
 */
@NullMarked
package io.aftercare.launcher.service;

import org.jspecify.annotations.NullMarked;
