package io.aftercare.launcher.service;

import io.aftercare.exporter.web.WebConfigException;
import io.aftercare.exporter.web.WebGuard;
import io.aftercare.launcher.UsageException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells early, before anything slow has started, that a web configuration file is wrong. */
public final class WebConfigCheck {
  private WebConfigCheck() {}

  /** Fails if there is a file and it cannot be used; the message names its line. */
  public static void require(@Nullable Path file) {
    try {
      WebGuard.of(file);
    } catch (WebConfigException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()));
    }
  }
}
