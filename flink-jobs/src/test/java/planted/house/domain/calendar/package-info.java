@NullMarked
package planted.house.domain.calendar;

import org.jspecify.annotations.NullMarked;
