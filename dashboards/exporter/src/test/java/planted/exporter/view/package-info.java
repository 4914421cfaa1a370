@NullMarked
package planted.exporter.view;

import org.jspecify.annotations.NullMarked;
