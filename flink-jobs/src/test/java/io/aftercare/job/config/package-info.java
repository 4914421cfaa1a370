@NullMarked
package io.aftercare.job.config;

import org.jspecify.annotations.NullMarked;
