/**
 * A simulator of a believable after-sales service: seeded, pure, lazy. Start reading at {@link
 * io.aftercare.launcher.simulate.Simulator}; the life of a ticket goes Intake, LiveContact or
 * Casework, FieldVisit, Closing; that of a call Switchboard, Hold, Conversation.
 */
@NullMarked
package io.aftercare.launcher.simulate;

import org.jspecify.annotations.NullMarked;
