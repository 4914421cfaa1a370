package io.aftercare.io.avro;

import java.util.ArrayList;
import java.util.List;

/**
 * What a JSON event said that the contract does not know; bounded, for senders choose the names.
 */
final class JsonFindings {
  private static final int MAX_NAMES = 20;
  private static final int MAX_CHARS = 64;

  private final List<String> unknownFields = new ArrayList<>();
  private final List<String> unknownValues = new ArrayList<>();

  void unknownField(String name) {
    if (unknownFields.size() < MAX_NAMES) {
      unknownFields.add(name.length() > MAX_CHARS ? name.substring(0, MAX_CHARS) : name);
    }
  }

  void unknownValue(String field) {
    if (!unknownValues.contains(field)) {
      unknownValues.add(field);
    }
  }

  List<String> unknownFields() {
    return List.copyOf(unknownFields);
  }

  List<String> unknownValues() {
    return List.copyOf(unknownValues);
  }
}
