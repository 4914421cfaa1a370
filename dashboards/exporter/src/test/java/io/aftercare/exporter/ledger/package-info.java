@NullMarked
package io.aftercare.exporter.ledger;

import org.jspecify.annotations.NullMarked;
