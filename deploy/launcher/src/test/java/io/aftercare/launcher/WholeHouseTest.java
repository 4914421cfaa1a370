package io.aftercare.launcher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.aftercare.architecture.HouseRules;
import org.junit.jupiter.api.Test;

/** The rules for every package, over all modules: only the launcher has them all on its path. */
class WholeHouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.aftercare");

  @Test
  void every_module_is_seen() {
    assertThat(HOUSE)
        .extracting(type -> type.getPackageName().split("\\.", -1)[2])
        .contains("contract", "job", "exporter", "launcher");
  }

  @Test
  void names_say_something() {
    HouseRules.namesSaySomething().check(HOUSE);
  }

  /** The generated classes of the contract cannot be marked, and share their package's fate. */
  @Test
  void every_package_is_null_marked() {
    JavaClasses written = HOUSE.that(resideOutsideOfPackage("io.aftercare.contract"));
    HouseRules.everyPackageIsNullMarked().check(written);
  }
}
