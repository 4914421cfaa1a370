@NullMarked
package planted.house.flow;

import org.jspecify.annotations.NullMarked;
