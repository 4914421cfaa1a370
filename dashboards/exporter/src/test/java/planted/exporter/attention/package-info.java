@NullMarked
package planted.exporter.attention;

import org.jspecify.annotations.NullMarked;
