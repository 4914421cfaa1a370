/** What the exporter may import, as a test. */
@NullMarked
package io.aftercare.architecture;

import org.jspecify.annotations.NullMarked;
