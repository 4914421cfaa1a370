/** The demo: everything in one process, fed by a simulated after-sales service. */
@NullMarked
package io.aftercare.launcher.demo;

import org.jspecify.annotations.NullMarked;
