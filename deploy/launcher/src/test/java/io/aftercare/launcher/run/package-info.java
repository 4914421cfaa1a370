@NullMarked
package io.aftercare.launcher.run;

import org.jspecify.annotations.NullMarked;
