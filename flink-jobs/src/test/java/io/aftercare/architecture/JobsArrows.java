package io.aftercare.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The arrows of the design's table "flink-jobs, package by package", for a house whose packages lie
 * under {@code root}. The root is a parameter so that planted violations can stand under another.
 */
record JobsArrows(String root) {
  private static final String[] FLINK_API = {
    "org.apache.flink.api..",
    "org.apache.flink.configuration..",
    "org.apache.flink.core.memory..", // what a hand-written serializer writes to and reads from
    "org.apache.flink.metrics..",
    "org.apache.flink.runtime.state..",
    "org.apache.flink.streaming.api..",
    "org.apache.flink.streaming.runtime.streamrecord..",
    "org.apache.flink.types..",
    "org.apache.flink.util.."
  };

  /** What an operator asks for the time; the one class of Flink's task package that it needs. */
  private static final String PROCESSING_TIME =
      "org.apache.flink.streaming.runtime.tasks.ProcessingTimeService";

  /**
   * {@code calendar <- sla <- ticket, measure, complaint, call, window}: what each part may import
   * of the others. Intake admits whatever comes and sees nobody; measures count what tickets and
   * contacts decided, which do not see them.
   */
  private static final Map<String, Set<String>> DOMAIN_ARROWS =
      new TreeMap<>(
          Map.of(
              "calendar", Set.of(),
              "sla", Set.of("calendar"),
              "ticket", Set.of("intake", "sla", "calendar"),
              "intake", Set.of(),
              "measure",
                  Set.of(
                      "ticket",
                      "call",
                      "complaint",
                      "intake",
                      "window",
                      "sla",
                      "calendar",
                      "expectation"),
              "window", Set.of("sla", "calendar"),
              "expectation", Set.of("sla", "calendar"),
              "complaint", Set.of("intake", "window", "sla", "calendar"),
              "call", Set.of("intake", "sla", "calendar")));

  /** The parts of the domain; a class of the domain lives in exactly one. */
  static Set<String> domainParts() {
    return DOMAIN_ARROWS.keySet();
  }

  ArchRule everythingHasItsPlace() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(in("flow", "io", "job"))
        .orShould()
        .resideInAnyPackage(in(domainPackages()));
  }

  ArchRule domainIsPlainJava() {
    return classes()
        .that()
        .resideInAnyPackage(in("domain"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(in("domain")).or(resideInAnyPackage("java..", "org.jspecify..")));
  }

  /** One part of the domain imports, of the others, only those the drawing points to. */
  ArchRule domainPartKeepsItsArrows(String part) {
    Stream<String> allowed =
        Stream.concat(Stream.of(part), DOMAIN_ARROWS.getOrDefault(part, Set.of()).stream());
    String[] packages = in(allowed.sorted().map("domain."::concat).toArray(String[]::new));
    return noClasses()
        .that()
        .resideInAPackage(in("domain." + part)[0])
        .should()
        .dependOnClassesThat(
            resideInAPackage(in("domain")[0])
                .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                .as("are of domain outside " + List.of(packages)));
  }

  ArchRule domainHasNoCycles() {
    return slices().matching(root + ".domain.(*)..").should().beFreeOfCycles();
  }

  ArchRule flowImportsDomainAndFlinkApi() {
    return classes()
        .that()
        .resideInAnyPackage(in("flow"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(in("flow", "domain"))
                .or(resideInAnyPackage("java..", "org.jspecify.."))
                .or(resideInAnyPackage(FLINK_API))
                .or(assignableTo(PROCESSING_TIME)));
  }

  ArchRule ioNeverImportsFlow() {
    return noClasses()
        .that()
        .resideInAnyPackage(in("io"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("flow"));
  }

  ArchRule nobodyImportsJob() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("job")[0])
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in("job"));
  }

  private static String[] domainPackages() {
    return DOMAIN_ARROWS.keySet().stream().map("domain."::concat).toArray(String[]::new);
  }

  private String[] in(String... packages) {
    return Stream.of(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
