/** Bytes of the input topics to events of the contract; start reading at {@code EventDecoder}. */
@NullMarked
package io.aftercare.io.avro;

import org.jspecify.annotations.NullMarked;
