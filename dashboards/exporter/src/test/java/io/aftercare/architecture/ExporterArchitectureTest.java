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
import org.junit.jupiter.api.Test;

/** The exporter is a view of topics: of the house it knows the contract and itself, no job. */
class ExporterArchitectureTest {
  @Test
  void the_exporter_knows_the_contract_and_no_job() {
    JavaClasses exporter =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.aftercare.exporter");
    knowsTheContractOnly("io.aftercare").check(exporter);
  }

  @Test
  void a_planted_import_of_a_job_is_found_and_a_consumer_is_not() {
    JavaClasses planted = new ClassFileImporter().importPackages("planted");
    assertThat(knowsTheContractOnly("planted").evaluate(planted).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("planted.exporter.KnowsTheJob"));
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
}
