/** The catalogue of exported metrics: public API once shipped. */
@NullMarked
package io.aftercare.contract.metric;

import org.jspecify.annotations.NullMarked;
