@NullMarked
package planted.exporter.http;

import org.jspecify.annotations.NullMarked;
