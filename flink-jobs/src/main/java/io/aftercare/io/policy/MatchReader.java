package io.aftercare.io.policy;

import io.aftercare.domain.sla.Channel;
import io.aftercare.domain.sla.ChannelClass;
import io.aftercare.domain.sla.Match;
import io.aftercare.domain.sla.ResolutionMode;
import io.aftercare.domain.sla.ServiceType;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which tickets a policy is about; a condition that is not there leaves all in. */
final class MatchReader {
  private static final List<String> KEYS =
      List.of(
          "regions",
          "queues",
          "channels",
          "channel_classes",
          "service_types",
          "customer_tiers",
          "product_lines",
          "resolution_modes");

  private static final Map<String, Channel> CHANNELS =
      Scalars.words(Channel.class, Set.of(Channel.UNKNOWN));
  private static final Map<String, ChannelClass> CLASSES = Scalars.words(ChannelClass.class);
  private static final Map<String, ServiceType> SERVICES =
      Scalars.words(ServiceType.class, Set.of(ServiceType.UNKNOWN));
  private static final Map<String, ResolutionMode> MODES =
      Scalars.words(ResolutionMode.class, Set.of(ResolutionMode.UNKNOWN));

  private MatchReader() {}

  static Match read(@Nullable YamlValue match) {
    if (match == null) {
      return Match.ANY;
    }
    YamlSection section = new YamlSection(match, KEYS);
    return new Match(
        names(section, "regions"),
        names(section, "queues"),
        words(section, "channels", CHANNELS),
        words(section, "channel_classes", CLASSES),
        words(section, "service_types", SERVICES),
        names(section, "customer_tiers"),
        names(section, "product_lines"),
        words(section, "resolution_modes", MODES));
  }

  private static Set<String> names(YamlSection section, String key) {
    return Scalars.set(section.optional(key), Scalars::name);
  }

  private static <T> Set<T> words(YamlSection section, String key, Map<String, T> words) {
    return Scalars.set(section.optional(key), word -> Scalars.word(word, words));
  }
}
