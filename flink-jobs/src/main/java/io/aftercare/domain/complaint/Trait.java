package io.aftercare.domain.complaint;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What complaints may have in common. Null: not stated. */
public record Trait(
    String category,
    @Nullable String productLine,
    @Nullable String outlet,
    @Nullable String faultCode) {

  static Trait of(Complaint complaint) {
    return new Trait(
        complaint.category(), complaint.productLine(), complaint.outlet(), complaint.faultCode());
  }

  /**
   * The dimensions that drive a spike of a key and what each is here. The category drives only a
   * region's total; what is not stated drives nothing.
   */
  Map<String, String> dimensions(String key) {
    Map<String, String> values = new TreeMap<>();
    if (key.equals(Family.TOTAL)) {
      values.put("category", category);
    }
    put(values, "product_line", productLine);
    put(values, "outlet", outlet);
    put(values, "fault_code", faultCode);
    return values;
  }

  private static void put(Map<String, String> values, String dimension, @Nullable String value) {
    if (value != null) {
      values.put(dimension, value);
    }
  }

  /** Whether complaints like this count for a key. */
  boolean isOf(String key) {
    return key.equals(Family.TOTAL) || key.equals(category);
  }
}
