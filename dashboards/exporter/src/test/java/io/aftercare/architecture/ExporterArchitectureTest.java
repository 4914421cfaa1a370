package io.aftercare.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The exporter is a view of topics: of the house it knows the contract and itself, no job. Its view
 * knows neither Kafka nor HTTP nor the reader; the reader knows no HTTP. Each rule finds the
 * classes that are planted against it and no other.
 */
class ExporterArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.aftercare.exporter");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  @Test
  void the_exporter_knows_the_contract_and_no_job() {
    knowsTheContractOnly("io.aftercare").check(PRODUCT);
    assertFinds(knowsTheContractOnly("planted"), "planted.exporter.KnowsTheJob");
  }

  @Test
  void the_view_is_pure() {
    viewIsPure("io.aftercare").check(PRODUCT);
    assertFinds(
        viewIsPure("planted"),
        "planted.exporter.view.KnowsKafka",
        "planted.exporter.view.KnowsTheReader");
  }

  @Test
  void the_reader_knows_no_http() {
    readerKnowsNoHttp("io.aftercare").check(PRODUCT);
    assertFinds(readerKnowsNoHttp("planted"), "planted.exporter.topic.KnowsHttp");
  }

  private static void assertFinds(ArchRule rule, String... planted) {
    List<String> found = rule.evaluate(PLANTED).getFailureReport().getDetails();
    assertThat(found).allSatisfy(line -> assertThat(line).containsAnyOf(planted));
    assertThat(List.of(planted))
        .allSatisfy(type -> assertThat(found).anySatisfy(line -> assertThat(line).contains(type)));
  }

  private static ArchRule knowsTheContractOnly(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(root + ".exporter..", root + ".contract.."))));
  }

  private static ArchRule viewIsPure(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "com.sun.net..",
            "java.net..",
            "java.io..",
            root + ".exporter.topic..");
  }

  private static ArchRule readerKnowsNoHttp(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter.topic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.net..", "java.net..", "io.prometheus..");
  }
}
