@NullMarked
package io.aftercare.launcher.replay.report;

import org.jspecify.annotations.NullMarked;
