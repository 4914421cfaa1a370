package io.aftercare.launcher.replay.mapping;

import io.aftercare.launcher.replay.ReplayError;

/**
 * A mapping file that cannot be used: {@code file:line: key: what is wrong; what would be right}.
 */
public final class MappingError extends ReplayError {
  private static final long serialVersionUID = 1L;

  MappingError(YamlPlace place, String problem) {
    super(place + ": " + problem);
  }
}
