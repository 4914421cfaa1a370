package io.aftercare.io.policy;

import io.aftercare.domain.sla.CalendarVersion;
import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.Region;
import io.aftercare.io.yaml.YamlError;
import io.aftercare.io.yaml.YamlSection;
import io.aftercare.io.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policies, calendars and regions as code: YAML, read strictly. A key that is unknown, missing or
 * stands twice, a wrong value and entries that contradict each other are errors that name file,
 * line, what was found and what would be right.
 *
 * <p>Files are read one after the other as if they were one. Without any policy of their own they
 * are about the shipped ones.
 */
public final class RuleFiles {
  private static final List<String> KEYS = List.of("policies", "calendars", "regions");
  private static final String SHIPPED = "policies.yaml";

  private final List<Placed<Policy>> policies = new ArrayList<>();
  private final List<Placed<CalendarVersion>> calendars = new ArrayList<>();
  private final List<Placed<Region>> regions = new ArrayList<>();

  private RuleFiles() {}

  /** The policies shipped with the product, on 24x7 alone. */
  public static RuleSet shipped() {
    RuleFiles files = new RuleFiles();
    files.takeShipped();
    return files.rules(false);
  }

  /**
   * What stands in these files, and in the {@code *.yaml} and {@code *.yml} files of these
   * directories, sorted by name.
   *
   * @throws YamlError if that cannot be used
   */
  public static RuleSet read(List<Path> paths) {
    RuleFiles files = new RuleFiles();
    for (Path path : paths) {
      for (Path file : filesOf(path)) {
        files.take(file.toString(), textOf(file));
      }
    }
    return files.rules();
  }

  /** What stands in a text. */
  public static RuleSet parse(String name, String text) {
    RuleFiles files = new RuleFiles();
    files.take(name, text);
    return files.rules();
  }

  private RuleSet rules() {
    boolean own = !policies.isEmpty();
    if (!own) {
      takeShipped();
    }
    return rules(own);
  }

  private RuleSet rules(boolean ownPolicies) {
    Agreement.check(calendars, regions, policies);
    return new RuleSet(policies, calendars, regions, ownPolicies);
  }

  private void takeShipped() {
    try (InputStream in = RuleFiles.class.getResourceAsStream("/" + SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from the jar");
      }
      take("shipped " + SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(SHIPPED + " cannot be read", e);
    }
  }

  private void take(String file, String text) {
    YamlSection document = new YamlSection(YamlValue.parse(file, text), KEYS);
    if (KEYS.stream().noneMatch(document::has)) {
      throw document.whole().error("nothing stands here; write policies:, calendars: or regions:");
    }
    items(document, "calendars").forEach(each -> calendars.add(CalendarReader.read(each)));
    items(document, "regions").forEach(each -> regions.add(RegionReader.read(each)));
    items(document, "policies")
        .forEach(each -> policies.add(PolicyReader.read(each, this::newest)));
  }

  private static List<YamlValue> items(YamlSection document, String key) {
    YamlValue list = document.optional(key);
    if (list == null) {
      return List.of();
    }
    if (list.items().isEmpty()) {
      throw list.error("the list is empty; leave the key out, or write an entry");
    }
    return list.items();
  }

  private @Nullable Policy newest(String id) {
    Policy newest = null;
    for (Placed<Policy> each : policies) {
      Policy policy = each.thing();
      if (policy.id().equals(id) && (newest == null || policy.version() > newest.version())) {
        newest = policy;
      }
    }
    return newest;
  }

  private static List<Path> filesOf(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files = entries.filter(RuleFiles::isYaml).sorted().toList();
      if (files.isEmpty()) {
        throw new YamlError(path.toString(), "no *.yaml or *.yml file is in this directory");
      }
      return files;
    } catch (IOException e) {
      throw new YamlError(path.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private static boolean isYaml(Path path) {
    String name = path.toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(path);
  }

  private static String textOf(Path path) {
    try {
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new YamlError(path.toString(), "no such file or directory");
    } catch (CharacterCodingException e) {
      throw new YamlError(path.toString(), "not UTF-8 text");
    } catch (IOException e) {
      throw new YamlError(path.toString(), "cannot be read: " + e.getMessage());
    }
  }
}
