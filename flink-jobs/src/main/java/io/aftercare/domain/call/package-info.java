/** Contacts: what happened to calls, how their waits ended, what agents did. */
@NullMarked
package io.aftercare.domain.call;

import org.jspecify.annotations.NullMarked;
