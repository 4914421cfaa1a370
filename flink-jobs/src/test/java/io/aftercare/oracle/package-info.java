/**
 * The ledger computed a second time: slowly, plainly and at once, from the set of a ticket's
 * events, the rules and how far time has come. It shares the event and the rule records with the
 * engine and nothing else. Start reading at {@link io.aftercare.oracle.Oracle}.
 */
@NullMarked
package io.aftercare.oracle;

import org.jspecify.annotations.NullMarked;
