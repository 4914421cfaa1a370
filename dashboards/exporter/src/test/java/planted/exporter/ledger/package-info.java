@NullMarked
package planted.exporter.ledger;

import org.jspecify.annotations.NullMarked;
