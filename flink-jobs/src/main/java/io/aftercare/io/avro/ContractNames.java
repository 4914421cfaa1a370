package io.aftercare.io.avro;

import io.aftercare.domain.sla.Facts;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contract's names and enum symbols into the domain's. Strings that name places are
 * checked against the known regions and the length limit; what does not fit becomes unknown and is
 * reported.
 */
final class ContractNames {
  private static final int MOST_SHARED = 1 << 14;

  private final Set<String> regions;
  private final Map<String, String> shared = new HashMap<>();

  /**
   * @param regions the known regions; empty: any is accepted
   */
  ContractNames(Set<String> regions) {
    this.regions = Set.copyOf(regions);
  }

  @Nullable String region(@Nullable String name, String field, List<String> unknown) {
    if (name == null || name.isBlank()) {
      return null;
    }
    if (name.length() > TicketEvents.LONGEST_NAME
        || !(regions.isEmpty() || regions.contains(name))) {
      unknown.add(field);
      return Facts.UNKNOWN_REGION;
    }
    return shared(name);
  }

  /** A queue, calendar, ... */
  @Nullable String name(@Nullable String name, String field, List<String> unknown) {
    if (name == null || name.isBlank()) {
      return null;
    }
    if (name.length() > TicketEvents.LONGEST_NAME) {
      unknown.add(field);
      return null;
    }
    return shared(name);
  }

  /** Names are few and come with every event: each is kept once. */
  private String shared(String name) {
    if (shared.size() >= MOST_SHARED) {
      shared.clear();
    }
    String first = shared.putIfAbsent(name, name);
    return first == null ? name : first;
  }

  static <C extends Enum<C>, D> D word(Map<C, D> words, C symbol) {
    D word = words.get(symbol);
    if (word == null) {
      throw new IllegalStateException("no word for " + symbol);
    }
    return word;
  }

  /** Every symbol of the contract has a word of the same name in the domain. */
  static <C extends Enum<C>, D extends Enum<D>> Map<C, D> byName(
      Class<C> contract, Class<D> domain) {
    Map<C, D> words = new EnumMap<>(contract);
    for (C symbol : contract.getEnumConstants()) {
      words.put(symbol, Enum.valueOf(domain, symbol.name()));
    }
    return words;
  }
}
