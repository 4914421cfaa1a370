/** The {@code aftercare} command: its subcommands, how errors are told, and exit codes. */
@NullMarked
package io.aftercare.launcher;

import org.jspecify.annotations.NullMarked;
