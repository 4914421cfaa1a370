/** Avro records of the contract as facts of the domain. */
@NullMarked
package io.aftercare.io.avro;

import org.jspecify.annotations.NullMarked;
