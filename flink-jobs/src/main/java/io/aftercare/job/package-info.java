/** The wiring: each job's whole dataflow on one screen. */
@NullMarked
package io.aftercare.job;

import org.jspecify.annotations.NullMarked;
