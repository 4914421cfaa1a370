@NullMarked
package planted.exporter.board;

import org.jspecify.annotations.NullMarked;
