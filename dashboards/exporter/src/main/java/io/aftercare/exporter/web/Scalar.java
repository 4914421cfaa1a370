package io.aftercare.exporter.web;

import java.util.Collection;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One plain value of the file and where it stands. It may be a secret: it is not to be shown. */
record Scalar(Place place, String value) {
  static Scalar of(Place place, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw place.wrong("is a list or a mapping; one value is expected");
    }
    if (node.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
      throw place.wrong("has no value; give one or take the key out");
    }
    return new Scalar(place, scalar.getValue());
  }

  WebConfigException wrong(String problem) {
    return place.wrong(problem);
  }

  /** Its value, which must be one of these. */
  String oneOf(Collection<String> values) {
    if (!values.contains(value)) {
      throw wrong("'" + value + "' is none of " + String.join(", ", values));
    }
    return value;
  }

  boolean flag() {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("'" + value + "' is neither true nor false");
    };
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
