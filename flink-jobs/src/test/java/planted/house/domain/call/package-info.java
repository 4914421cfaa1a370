@NullMarked
package planted.house.domain.call;

import org.jspecify.annotations.NullMarked;
