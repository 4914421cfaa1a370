@NullMarked
package io.aftercare.exporter.board;

import org.jspecify.annotations.NullMarked;
