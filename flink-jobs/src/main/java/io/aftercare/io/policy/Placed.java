package io.aftercare.io.policy;

import io.aftercare.io.yaml.YamlError;
import io.aftercare.io.yaml.YamlPlace;
import io.aftercare.io.yaml.YamlSection;

/** What was read, and the keys it was read from: so that a later error can name the line. */
record Placed<T>(T thing, YamlSection section) {
  YamlPlace place() {
    return section.whole().place();
  }

  /** An error about one of its keys, or about the whole where the key is not there. */
  YamlError error(String key, String problem) {
    return section.keyOrWhole(key).error(problem);
  }
}
