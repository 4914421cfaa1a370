package io.aftercare.exporter.view;

import io.aftercare.contract.MetricKind;
import io.aftercare.contract.MetricRecord;
import io.aftercare.contract.metric.MetricCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Series as a house of some regions has them: all of the catalogue that name a region. */
public final class SeriesMix {
  private static final List<String> OPEN = List.of("a", "b");

  private SeriesMix() {}

  /** Records of so many time series (a histogram has many), region by region. */
  public static List<MetricRecord> of(int timeSeries) {
    List<MetricRecord> mix = new ArrayList<>();
    int weight = 0;
    for (int region = 1; weight < timeSeries; region++) {
      for (MetricCatalogue metric : MetricCatalogue.values()) {
        if (metric.labels().contains("region")) {
          List<MetricRecord> records = of(metric, "region " + region);
          mix.addAll(records);
          weight += records.size() * FamilySpec.of(metric).weight();
        }
      }
    }
    return mix;
  }

  /** The same series with a value that is greater by {@code more}. */
  public static MetricRecord grown(MetricRecord metric, int more) {
    MetricRecord.Builder grown =
        MetricRecord.newBuilder(metric).setValue(metric.getValue() + more).setSum(metric.getSum());
    if (metric.getKind() == MetricKind.HISTOGRAM) {
      long each = more;
      grown
          .setBucketCounts(metric.getBucketCounts().stream().map(count -> count + each).toList())
          .setSum(metric.getSum() + more);
    }
    return grown.build();
  }

  private static List<MetricRecord> of(MetricCatalogue metric, String region) {
    List<Map<String, String>> sets = List.of(Map.of());
    for (String label : metric.labels()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> set : sets) {
        for (String value : values(metric, label, region)) {
          Map<String, String> more = new HashMap<>(set);
          more.put(label, value);
          longer.add(more);
        }
      }
      sets = longer;
    }
    return sets.stream().map(labels -> record(metric, labels)).toList();
  }

  private static List<String> values(MetricCatalogue metric, String label, String region) {
    List<String> closed = LabelValues.expected(metric, label);
    return label.equals("region") ? List.of(region) : closed.isEmpty() ? OPEN : closed;
  }

  private static MetricRecord record(MetricCatalogue metric, Map<String, String> labels) {
    MetricRecord.Builder record =
        Told.record(metric.metricName(), metric.kind(), labels).setValue(1_234);
    if (metric.kind() == MetricKind.HISTOGRAM) {
      Long[] counts = new Long[metric.buckets().size() + 1];
      IntStream.range(0, counts.length).forEach(i -> counts[i] = 100L * i);
      record
          .setBucketBounds(metric.buckets())
          .setBucketCounts(Arrays.asList(counts))
          .setSum(98_765.25);
    }
    return record.build();
  }
}
