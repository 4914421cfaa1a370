package io.aftercare.launcher.replay.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one input file in file order; empty lines are no rows. */
public interface RowReader extends AutoCloseable {
  /** The next row, or null at the end of the file. */
  @Nullable SourceRow next() throws IOException;

  @Override
  void close() throws IOException;
}
