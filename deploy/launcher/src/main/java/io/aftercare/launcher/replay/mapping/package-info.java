/** What the columns of an export mean: strict YAML, read with the place of every mistake. */
@NullMarked
package io.aftercare.launcher.replay.mapping;

import org.jspecify.annotations.NullMarked;
