@NullMarked
package planted.contract;

import org.jspecify.annotations.NullMarked;
