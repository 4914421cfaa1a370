@NullMarked
package planted.house.domain.ticket;

import org.jspecify.annotations.NullMarked;
