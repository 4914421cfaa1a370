/** The shipped alert rules, and the burn-rate rules that are computed from policies. */
@NullMarked
package io.aftercare.launcher.rules;

import org.jspecify.annotations.NullMarked;
