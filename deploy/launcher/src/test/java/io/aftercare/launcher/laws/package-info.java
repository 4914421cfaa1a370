/** Laws of the whole, held on a real broker and a real Flink mini cluster. */
@NullMarked
package io.aftercare.launcher.laws;

import org.jspecify.annotations.NullMarked;
