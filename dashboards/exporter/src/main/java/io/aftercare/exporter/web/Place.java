package io.aftercare.exporter.web;

import java.nio.file.Path;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where something stands in the file.
 *
 * @param line counted from 1
 * @param key full name: {@code tls_server_config.cert_file}; empty: the file as a whole
 */
record Place(Path file, int line, String key) {
  static Place of(Path file, Node node, String key) {
    return new Place(file, node.getStartMark().getLine() + 1, key);
  }

  WebConfigException wrong(String problem) {
    return new WebConfigException(
        file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + problem);
  }
}
