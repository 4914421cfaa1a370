@NullMarked
package io.aftercare.launcher.rules;

import org.jspecify.annotations.NullMarked;
