@NullMarked
package planted.house.report;

import org.jspecify.annotations.NullMarked;
