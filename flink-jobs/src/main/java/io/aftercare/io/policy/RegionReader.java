package io.aftercare.io.policy;

import io.aftercare.domain.sla.Region;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.util.List;

/** Reads one region. */
final class RegionReader {
  static final List<String> KEYS = List.of("name", "zone", "calendar");

  private RegionReader() {}

  static Placed<Region> read(YamlValue value) {
    YamlSection section = new YamlSection(value, KEYS);
    Region region =
        new Region(
            Scalars.name(section.required("name")),
            Scalars.zone(section.required("zone")),
            Scalars.id(section.required("calendar")));
    return new Placed<>(region, section);
  }
}
