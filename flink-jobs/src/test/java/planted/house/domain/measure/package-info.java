@NullMarked
package planted.house.domain.measure;

import org.jspecify.annotations.NullMarked;
