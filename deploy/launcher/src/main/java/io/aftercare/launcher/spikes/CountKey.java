package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Family;

/**
 * A key of a count file: {@code region/category}, {@code region/*} for the region's total, or a
 * name without a slash, which is a total without categories. A slash in the name of a region is
 * written {@code %2F}, a percent sign {@code %25}.
 *
 * @param text as the file has it
 * @param family which keys step together
 * @param category in its family
 */
public record CountKey(String text, String family, String category) {
  /** The key of a category of a region. */
  public static String text(String region, String category) {
    return region.replace("%", "%25").replace("/", "%2F") + "/" + category;
  }

  static CountKey of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new CountKey(text, text, Family.TOTAL)
        : new CountKey(text, text.substring(0, slash + 1), text.substring(slash + 1));
  }

  /** The name of the region. */
  String region() {
    return region(family);
  }

  /** The name of the region whose keys begin like this. */
  static String region(String family) {
    String name = family.endsWith("/") ? family.substring(0, family.length() - 1) : family;
    return name.replace("%2F", "/").replace("%25", "%");
  }
}
