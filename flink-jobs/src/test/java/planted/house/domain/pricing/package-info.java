@NullMarked
package planted.house.domain.pricing;

import org.jspecify.annotations.NullMarked;
