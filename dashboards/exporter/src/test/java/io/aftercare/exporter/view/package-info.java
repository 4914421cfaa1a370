@NullMarked
package io.aftercare.exporter.view;

import org.jspecify.annotations.NullMarked;
