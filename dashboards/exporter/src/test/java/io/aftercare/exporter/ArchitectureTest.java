package io.aftercare.exporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The view knows neither Kafka nor HTTP; the reader knows no HTTP. */
class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .importUrl(Exporter.class.getProtectionDomain().getCodeSource().getLocation());

  private static final ArchRule VIEW_IS_PURE =
      noClasses()
          .that()
          .resideInAPackage("..exporter.view..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "com.sun.net..",
              "java.net..",
              "java.io..",
              "..exporter.topic..");

  private static final ArchRule READER_KNOWS_NO_HTTP =
      noClasses()
          .that()
          .resideInAPackage("..exporter.topic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.net..", "java.net..", "io.prometheus..");

  @Test
  void theArrowsHold() {
    VIEW_IS_PURE.check(PRODUCT);
    READER_KNOWS_NO_HTTP.check(PRODUCT);
  }

  /** A rule that cannot fail proves nothing: the same rules, turned on packages that break them. */
  @Test
  void theRulesCanFail() {
    ArchRule planted =
        noClasses()
            .that()
            .resideInAPackage("..exporter.topic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");
    assertThat(planted.evaluate(PRODUCT).hasViolation()).isTrue();
  }
}
