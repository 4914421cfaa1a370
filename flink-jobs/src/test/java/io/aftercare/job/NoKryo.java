package io.aftercare.job;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.CompositeType;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.api.transformations.TwoInputTransformation;

/**
 * Nothing that crosses a wire or keys a state falls into Kryo, at any depth of its type, and the
 * environment refuses generic types, so that state found only at run time is refused as well.
 */
final class NoKryo {
  private NoKryo() {}

  static void check(StreamExecutionEnvironment env) {
    List<String> faults = faults(env);
    if (!faults.isEmpty()) {
      throw new AssertionError("Types that fall into Kryo:\n" + String.join("\n", faults));
    }
  }

  static List<String> faults(StreamExecutionEnvironment env) {
    List<String> faults = new ArrayList<>();
    if (env.getConfiguration().get(PipelineOptions.GENERIC_TYPES)) {
      faults.add("pipeline.generic-types is on: set it to false");
    }
    for (Transformation<?> step : Transformations.of(env)) {
      typesOf(step)
          .forEach((use, type) -> walk(step.getName() + " " + use, type, new HashSet<>(), faults));
    }
    return faults;
  }

  private static Map<String, TypeInformation<?>> typesOf(Transformation<?> step) {
    Map<String, TypeInformation<?>> types = new LinkedHashMap<>();
    types.put("sends", step.getOutputType());
    if (step instanceof OneInputTransformation<?, ?> one && one.getStateKeyType() != null) {
      types.put("is keyed by", one.getStateKeyType());
    }
    if (step instanceof TwoInputTransformation<?, ?, ?> two && two.getStateKeyType() != null) {
      types.put("is keyed by", two.getStateKeyType());
    }
    return types;
  }

  private static void walk(
      String path, TypeInformation<?> type, Set<TypeInformation<?>> above, List<String> faults) {
    if (type instanceof GenericTypeInfo<?>) {
      faults.add(path + ": " + type.getTypeClass().getName());
    }
    if (above.add(type)) {
      partsOf(type).forEach((part, inner) -> walk(path + part, inner, above, faults));
      above.remove(type);
    }
  }

  private static Map<String, TypeInformation<?>> partsOf(TypeInformation<?> type) {
    Map<String, TypeInformation<?>> parts = new LinkedHashMap<>();
    if (type instanceof CompositeType<?> composite) {
      for (int i = 0; i < composite.getArity(); i++) {
        parts.put("." + composite.getFieldNames()[i], composite.getTypeAt(i));
      }
      return parts;
    }
    for (Class<?> c = type.getClass(); c != TypeInformation.class; c = c.getSuperclass()) {
      Stream.of(c.getDeclaredFields())
          .filter(field -> TypeInformation.class.isAssignableFrom(field.getType()))
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .forEach(field -> parts.put("." + field.getName(), read(field, type)));
    }
    return parts;
  }

  /** Collections keep their element types in fields, and not all of them show these otherwise. */
  private static TypeInformation<?> read(Field field, TypeInformation<?> owner) {
    try {
      field.setAccessible(true);
      return (TypeInformation<?>) field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Cannot look into " + owner, e);
    }
  }
}
