/** The embedded broker and its topics. */
@NullMarked
package io.aftercare.launcher.broker;

import org.jspecify.annotations.NullMarked;
