@NullMarked
package io.aftercare.launcher.service;

import org.jspecify.annotations.NullMarked;
