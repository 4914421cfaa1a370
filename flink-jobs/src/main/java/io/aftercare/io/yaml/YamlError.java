package io.aftercare.io.yaml;

/** A file that cannot be used; the message names file, line, key and what would be right. */
public final class YamlError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public YamlError(YamlPlace place, String problem) {
    super(place + ": " + problem);
  }

  /** About a file or directory as a whole. */
  public YamlError(String path, String problem) {
    super(path + ": " + problem);
  }
}
