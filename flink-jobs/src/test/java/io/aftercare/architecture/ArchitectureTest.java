package io.aftercare.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The main classes of this module keep every arrow. Plain tests over rule objects: some versions of
 * Surefire run ArchUnit's field rules silently not at all. That each rule can fail is shown by
 * {@link PlantedViolationsTest}.
 */
class ArchitectureTest {
  /**
   * Promised by the design, without classes so far; whoever adds the first one strikes its line.
   */
  private static final Set<String> NOT_YET = Set.of();

  private static final JobsArrows ARROWS = new JobsArrows("io.aftercare");
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .withImportOption(location -> !location.contains("/schemas/"))
          .importPackages("io.aftercare");

  @Test
  void every_promised_package_is_seen_unless_it_is_listed_as_not_yet_there() {
    Set<String> unseen = new TreeSet<>(Set.of("flow", "io", "job"));
    JobsArrows.domainParts().forEach(part -> unseen.add("domain." + part));
    unseen.removeIf(ArchitectureTest::isSeen);
    assertThat(unseen).as("packages without classes; correct NOT_YET").isEqualTo(NOT_YET);
  }

  @Test
  void every_class_has_its_place() {
    ARROWS.everythingHasItsPlace().check(MAIN);
  }

  @Test
  void domain_imports_java_only() {
    hold(ARROWS.domainIsPlainJava(), "domain");
  }

  @Test
  void each_part_of_the_domain_keeps_its_arrows() {
    for (String part : JobsArrows.domainParts()) {
      hold(ARROWS.domainPartKeepsItsArrows(part), "domain." + part);
    }
  }

  @Test
  void domain_has_no_cycles() {
    hold(ARROWS.domainHasNoCycles(), "domain");
  }

  @Test
  void flow_imports_domain_and_flink_only() {
    hold(ARROWS.flowImportsDomainAndFlinkApi(), "flow");
  }

  @Test
  void io_never_imports_flow() {
    hold(ARROWS.ioNeverImportsFlow(), "io");
  }

  @Test
  void nobody_imports_job() {
    boolean onlyJob = !isSeen("domain") && !isSeen("flow") && !isSeen("io");
    ARROWS.nobodyImportsJob().allowEmptyShould(onlyJob).check(MAIN);
  }

  @Test
  void names_say_something() {
    HouseRules.namesSaySomething().check(MAIN);
  }

  @Test
  void every_package_is_null_marked() {
    HouseRules.everyPackageIsNullMarked().check(MAIN);
  }

  /** Checks a rule; it may find nothing to look at only where there is nothing yet. */
  private static void hold(ArchRule rule, String subject) {
    rule.allowEmptyShould(!isSeen(subject)).check(MAIN);
  }

  private static boolean isSeen(String name) {
    String home = "io.aftercare." + name;
    return MAIN.stream()
        .map(type -> type.getPackageName() + ".")
        .anyMatch(seen -> seen.startsWith(home + "."));
  }
}
