/** The arrows between packages as tests, and the rules every package of the house keeps. */
@NullMarked
package io.aftercare.architecture;

import org.jspecify.annotations.NullMarked;
