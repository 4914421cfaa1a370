@NullMarked
package planted.house.io.util;

import org.jspecify.annotations.NullMarked;
