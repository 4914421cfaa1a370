/** The demo, its pace and its clock. */
@NullMarked
package io.aftercare.launcher.demo;

import org.jspecify.annotations.NullMarked;
