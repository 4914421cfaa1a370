package io.aftercare.domain.complaint;

import java.util.List;
import java.util.Map;

/**
 * A bin that nothing changes any more.
 *
 * @param start ms since 1970
 * @param up whether the source was up
 * @param counts complaints by category, of every category that ever had one
 * @param scores of those that are no less than the floor
 */
public record FinalBin(
    String region, long start, boolean up, Map<String, Long> counts, List<Score> scores) {}
