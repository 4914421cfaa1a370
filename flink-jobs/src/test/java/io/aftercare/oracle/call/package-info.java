/**
 * Contacts computed a second time: by searching the list of what happened for each question anew,
 * without keeping any state. It shares the records of events and rules with the engine and nothing
 * else. Start reading at {@link io.aftercare.oracle.call.CallOracle}.
 */
@NullMarked
package io.aftercare.oracle.call;

import org.jspecify.annotations.NullMarked;
