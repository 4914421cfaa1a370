package io.aftercare.exporter.web;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of the file: each key once, and only keys that are known. */
final class Section {
  private final Place place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(Place place, Node value) {}

  private Section(Place place, @Nullable Node node) {
    this.place = place;
    if (node == null) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw place.wrong("is not a mapping of keys to values");
    }
    mapping.getValue().forEach(tuple -> add(place.file(), tuple));
  }

  /** The whole file; an empty one has no keys. */
  static Section document(Path file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return new Section(new Place(file, 1, ""), root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      // Not its message: that quotes the line, which may hold a secret.
      throw new Place(file, mark == null ? 1 : mark.getLine() + 1, "").wrong("is not YAML");
    } catch (YAMLException e) {
      throw new Place(file, 1, "").wrong("is not YAML");
    }
  }

  private void add(Path file, NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      throw Place.of(file, tuple.getKeyNode(), place.key()).wrong("has a key that is no name");
    }
    String key = keyNode.getValue();
    Place at = Place.of(file, keyNode, place.key().isEmpty() ? key : place.key() + "." + key);
    if (entries.put(key, new Entry(at, tuple.getValueNode())) != null) {
      throw at.wrong("is there twice");
    }
  }

  Place place() {
    return place;
  }

  /**
   * Refuses every key but these.
   *
   * @param unsupported keys of the convention that are not served here, and what to do instead
   */
  Section only(Set<String> known, Map<String, String> unsupported) {
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      String key = entry.getKey();
      String instead = unsupported.get(key);
      if (instead != null) {
        throw entry.getValue().place().wrong("is not supported: " + instead);
      }
      if (!known.contains(key)) {
        throw entry
            .getValue()
            .place()
            .wrong("is no key here; there are " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return this;
  }

  @Nullable Section section(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : new Section(entry.place(), entry.value());
  }

  @Nullable Scalar scalar(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : Scalar.of(entry.place(), entry.value());
  }

  /** Its value; missing: an error that says what it would be. */
  Scalar required(String key, String meaning) {
    Scalar scalar = scalar(key);
    if (scalar == null) {
      throw place.wrong(key + " is missing: " + meaning);
    }
    return scalar;
  }

  List<Scalar> list(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    if (!(entry.value() instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      throw entry.place().wrong("is not a list of at least one value");
    }
    return sequence.getValue().stream()
        .map(node -> Scalar.of(Place.of(place.file(), node, entry.place().key()), node))
        .toList();
  }

  /** Every key with its value. */
  Map<String, Scalar> scalars() {
    Map<String, Scalar> scalars = new LinkedHashMap<>();
    entries.forEach((key, entry) -> scalars.put(key, Scalar.of(entry.place(), entry.value())));
    return scalars;
  }
}
