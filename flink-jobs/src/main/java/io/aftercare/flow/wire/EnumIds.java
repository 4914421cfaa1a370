package io.aftercare.flow.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ids by which the constants of an enum are written: their position in a list that lives on the
 * wire's side, so that sorting the enum moves nothing. Lists grow at the end and never change
 * otherwise.
 */
final class EnumIds<E extends Enum<E>> {
  private final List<E> byId;
  private final Map<E, Integer> ids;

  EnumIds(Class<E> type, List<E> byId) {
    this.byId = byId;
    this.ids = new EnumMap<>(type);
    for (E constant : byId) {
      if (ids.put(constant, ids.size()) != null) {
        throw new IllegalStateException(constant + " has two ids");
      }
    }
    for (E constant : type.getEnumConstants()) {
      if (!ids.containsKey(constant)) {
        throw new IllegalStateException(
            type.getSimpleName() + "." + constant + " has no id; append it to the list");
      }
    }
  }

  int id(E constant) {
    Integer id = ids.get(constant);
    if (id == null) {
      throw new IllegalStateException(constant + " has no id");
    }
    return id;
  }

  E constant(int id) {
    if (id < 0 || id >= byId.size()) {
      throw new IllegalStateException(
          "found id %d, known are 0 to %d (%s)".formatted(id, byId.size() - 1, byId));
    }
    return byId.get(id);
  }
}
