package io.aftercare.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.PhysicalTransformation;
import org.jspecify.annotations.Nullable;

/**
 * Every operator has a uid of its own that equals its name and is written in words: state is found
 * by uid after an upgrade, so a generated one, or one made from a class, loses state on a rename.
 */
final class UidGate {
  private static final Pattern WORDS = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private UidGate() {}

  static void check(StreamExecutionEnvironment env) {
    List<String> faults = faults(env);
    if (!faults.isEmpty()) {
      throw new AssertionError("Operators without a lasting uid:\n" + String.join("\n", faults));
    }
  }

  static List<String> faults(StreamExecutionEnvironment env) {
    List<String> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Transformation<?> step : Transformations.of(env)) {
      if (step instanceof PhysicalTransformation<?>) {
        judge(step.getName(), step.getUid(), seen, faults);
      }
    }
    return faults;
  }

  private static void judge(
      String name, @Nullable String uid, Set<String> seen, List<String> faults) {
    if (uid == null) {
      faults.add("'" + name + "' has no uid: call .uid(\"" + name + "\")");
    } else if (!Objects.equals(uid, name)) {
      faults.add("'" + name + "' has the uid '" + uid + "': name and uid must be equal");
    } else if (!WORDS.matcher(uid).matches()) {
      faults.add("'" + uid + "' is not words-with-hyphens in lower case");
    } else if (!seen.add(uid)) {
      faults.add("'" + uid + "' is given twice");
    }
  }
}
