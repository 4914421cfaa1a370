@NullMarked
package io.aftercare.io.yaml;

import org.jspecify.annotations.NullMarked;
