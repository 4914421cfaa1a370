@NullMarked
package planted.house.job;

import org.jspecify.annotations.NullMarked;
