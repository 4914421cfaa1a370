@NullMarked
package io.aftercare.launcher.policies;

import org.jspecify.annotations.NullMarked;
