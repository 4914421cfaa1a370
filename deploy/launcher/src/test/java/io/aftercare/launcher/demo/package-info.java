@NullMarked
package io.aftercare.launcher.demo;

import org.jspecify.annotations.NullMarked;
