/** One thin class per stateful node: load state, ask the domain one question, store, emit. */
@NullMarked
package io.aftercare.flow;

import org.jspecify.annotations.NullMarked;
