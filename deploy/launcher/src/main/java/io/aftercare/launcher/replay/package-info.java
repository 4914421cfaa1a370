@NullMarked
package io.aftercare.launcher.replay;

import org.jspecify.annotations.NullMarked;
