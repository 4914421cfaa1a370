package io.aftercare.launcher.rules;

import java.nio.file.Path;
import java.util.List;

/** The recording and alerting rules for Prometheus, as shipped: those of the shipped policies. */
public final class ShippedRules {
  /** The burn-rate alerts, which depend on policies. */
  static final String BURN = "burn.yaml";

  /** The others, which do not. */
  static final List<String> FIXED =
      List.of(
          "recording.yaml",
          "sla.yaml",
          "calls.yaml",
          "regions.yaml",
          "complaints.yaml",
          "trust.yaml");

  private static final String ROOT = "/rules/";

  private ShippedRules() {}

  /** Writes all rule files ({@code *.yaml}) into a directory, which is made if need be. */
  public static void write(Path directory) {
    writeFixed(directory);
    ShippedFiles.write(ROOT, List.of(BURN), directory);
  }

  static void writeFixed(Path directory) {
    ShippedFiles.write(ROOT, FIXED, directory);
  }
}
