@NullMarked
package planted.house.domain.sla;

import org.jspecify.annotations.NullMarked;
