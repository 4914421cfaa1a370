package io.aftercare.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What every package of every module keeps, wherever it stands. */
public final class HouseRules {
  private static final Set<String> EMPTY_WORDS =
      Set.of("common", "util", "utils", "helper", "core", "impl", "manager");

  private HouseRules() {}

  /** A name says what a thing is of the business; these words say nothing. */
  public static ArchRule namesSaySomething() {
    return classes().should(haveNoEmptyWord());
  }

  /** Each package declares {@code @NullMarked}, without which NullAway does not look at it. */
  public static ArchRule everyPackageIsNullMarked() {
    return classes().should(liveInANullMarkedPackage());
  }

  private static ArchCondition<JavaClass> haveNoEmptyWord() {
    return new ArchCondition<>("have no word of " + EMPTY_WORDS + " in their name") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        words(item)
            .filter(EMPTY_WORDS::contains)
            .forEach(word -> violated(events, item, item.getName() + " says '" + word + "'"));
      }
    };
  }

  private static Stream<String> words(JavaClass item) {
    String apart =
        item.getName().replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", ".");
    return Stream.of(apart.toLowerCase(Locale.ROOT).split("[.$_]", -1));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package marked @NullMarked") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        JavaPackage home = item.getPackage();
        if (!home.isAnnotatedWith(NullMarked.class)) {
          violated(events, item, item.getName() + " lives in a package without @NullMarked");
        }
      }
    };
  }

  private static void violated(ConditionEvents events, JavaClass item, String message) {
    events.add(SimpleConditionEvent.violated(item, message));
  }
}
