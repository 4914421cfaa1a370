package io.aftercare.job;

/** The version of this build, from the jar's manifest. */
final class BuildVersion {
  /** The version; "development" outside a jar. */
  static final String VERSION = read();

  private BuildVersion() {}

  private static String read() {
    String version = BuildVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
