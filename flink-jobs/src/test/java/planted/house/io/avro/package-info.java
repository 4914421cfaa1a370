@NullMarked
package planted.house.io.avro;

import org.jspecify.annotations.NullMarked;
