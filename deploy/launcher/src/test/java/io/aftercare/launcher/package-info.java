@NullMarked
package io.aftercare.launcher;

import org.jspecify.annotations.NullMarked;
