@NullMarked
package io.aftercare.job;

import org.jspecify.annotations.NullMarked;
