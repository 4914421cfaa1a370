/** Policies as code, from the command line: checked, and published. */
@NullMarked
package io.aftercare.launcher.policies;

import org.jspecify.annotations.NullMarked;
