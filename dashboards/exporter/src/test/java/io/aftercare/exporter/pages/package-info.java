/** The pages that the exporter serves, as files. */
@NullMarked
package io.aftercare.exporter.pages;

import org.jspecify.annotations.NullMarked;
