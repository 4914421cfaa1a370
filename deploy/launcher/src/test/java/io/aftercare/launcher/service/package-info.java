/** Figures, live line and the page of settings. */
@NullMarked
package io.aftercare.launcher.service;

import org.jspecify.annotations.NullMarked;
