/** The command line and the start script. */
@NullMarked
package io.aftercare.launcher;

import org.jspecify.annotations.NullMarked;
