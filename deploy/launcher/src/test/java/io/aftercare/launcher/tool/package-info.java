/** Programs outside of the JVM that tests drive. */
@NullMarked
package io.aftercare.launcher.tool;

import org.jspecify.annotations.NullMarked;
