package io.aftercare.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The contract imports nothing of the house and no framework but Avro. */
class ContractArchitectureTest {
  @Test
  void the_contract_imports_avro_only() {
    JavaClasses contract =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.aftercare.contract");
    assertThat(contract.contain("io.aftercare.contract.TicketEvent")).isTrue();
    importsAvroOnly("io.aftercare").check(contract);
  }

  @Test
  void a_planted_framework_in_the_contract_is_found() {
    JavaClasses planted = new ClassFileImporter().importPackages("planted.contract");
    assertThat(importsAvroOnly("planted").evaluate(planted).getFailureReport().getDetails())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("planted.contract.KnowsJackson"));
  }

  private static ArchRule importsAvroOnly(String root) {
    String contract = root + ".contract..";
    return classes()
        .that()
        .resideInAPackage(contract)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(contract, "java..", "org.apache.avro..", "org.jspecify..");
  }
}
