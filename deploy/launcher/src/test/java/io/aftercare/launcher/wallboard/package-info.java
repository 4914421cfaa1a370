/** The pages in a real browser, before the real product. */
@NullMarked
package io.aftercare.launcher.wallboard;

import org.jspecify.annotations.NullMarked;
