package io.aftercare.launcher.spikes;

import io.aftercare.domain.complaint.Family;

/**
 * A key of a count file: {@code region/category}, {@code region/*} for the region's total, or a
 * name without a slash, which is a total without categories.
 *
 * @param text as the file has it
 * @param family which keys step together
 * @param category in its family
 */
record CountKey(String text, String family, String category) {
  static CountKey of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new CountKey(text, text, Family.TOTAL)
        : new CountKey(text, text.substring(0, slash + 1), text.substring(slash + 1));
  }

  /** The name of the region. */
  String region() {
    return family.endsWith("/") ? family.substring(0, family.length() - 1) : family;
  }
}
