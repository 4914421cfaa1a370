@NullMarked
package planted.house.io.kafka;

import org.jspecify.annotations.NullMarked;
