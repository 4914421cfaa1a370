package io.aftercare.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Every step defined on an environment, with those that are reachable only as inputs of others. */
final class Transformations {
  private Transformations() {}

  static List<Transformation<?>> of(StreamExecutionEnvironment env) {
    Set<Transformation<?>> all = new LinkedHashSet<>();
    for (Transformation<?> last : env.getTransformations()) {
      all.addAll(last.getTransitivePredecessors());
      all.add(last);
    }
    return new ArrayList<>(all);
  }
}
