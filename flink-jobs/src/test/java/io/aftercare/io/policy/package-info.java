@NullMarked
package io.aftercare.io.policy;

import org.jspecify.annotations.NullMarked;
