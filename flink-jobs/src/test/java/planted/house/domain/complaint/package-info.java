@NullMarked
package planted.house.domain.complaint;

import org.jspecify.annotations.NullMarked;
