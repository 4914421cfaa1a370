@NullMarked
package planted.exporter.topic;

import org.jspecify.annotations.NullMarked;
