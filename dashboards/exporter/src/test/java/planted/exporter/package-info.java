@NullMarked
package planted.exporter;

import org.jspecify.annotations.NullMarked;
