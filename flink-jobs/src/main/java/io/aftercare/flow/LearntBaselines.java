package io.aftercare.flow;

import io.aftercare.domain.complaint.Baseline;
import io.aftercare.domain.complaint.Family;
import io.aftercare.domain.complaint.RegionComplaints.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was learnt of regions' complaints elsewhere, as numbers that can be shipped with a job. */
public final class LearntBaselines implements DetectComplaints.Warm {
  private static final long serialVersionUID = 1;

  private final HashMap<String, Long> last = new HashMap<>();
  private final HashMap<String, TreeMap<String, double[]>> categories = new HashMap<>();

  /** What is known of these regions. */
  public LearntBaselines(Map<String, Family> regions) {
    regions.forEach(
        (region, family) -> {
          last.put(region, family.last());
          TreeMap<String, double[]> numbers = new TreeMap<>();
          family.members().forEach((category, known) -> numbers.put(category, known.values()));
          categories.put(region, numbers);
        });
  }

  @Override
  public @Nullable Memory of(String region) {
    TreeMap<String, double[]> numbers = categories.get(region);
    Long learnt = last.get(region);
    if (numbers == null || learnt == null) {
      return null;
    }
    SortedMap<String, Baseline> known = new TreeMap<>();
    numbers.forEach((category, each) -> known.put(category, Baseline.of(each.clone())));
    return new Memory(learnt, 1, new Baseline(), known);
  }
}
