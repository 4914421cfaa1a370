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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The exporter is a view of topics: of the house it knows the contract and itself, no job. Its
 * views know neither Kafka nor HTTP nor the reader nor each other; the board is made of them alone,
 * by a clock that it is given; what serves it knows no topic; the reader knows no HTTP and no
 * board. Each rule finds the classes that are planted against it and no other.
 */
class ExporterArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.aftercare.exporter");
  private static final List<String> VIEWS = List.of("view", "attention", "ledger", "spike");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  @Test
  void the_exporter_knows_the_contract_and_no_job() {
    knowsTheContractOnly("io.aftercare").check(PRODUCT);
    assertFinds(knowsTheContractOnly("planted"), "planted.exporter.KnowsTheJob");
  }

  @Test
  void the_views_are_pure_and_know_no_other() {
    for (String view : VIEWS) {
      viewIsPure("io.aftercare", view).check(PRODUCT);
    }
    assertFinds(
        viewIsPure("planted", "view"),
        "planted.exporter.view.KnowsKafka",
        "planted.exporter.view.KnowsTheReader");
    assertFinds(viewIsPure("planted", "attention"), "planted.exporter.attention.KnowsTheLedger");
    assertFinds(viewIsPure("planted", "ledger"), "planted.exporter.ledger.KnowsATopic");
  }

  @Test
  void the_board_is_made_of_views_alone() {
    boardIsMadeOfViews("io.aftercare").check(PRODUCT);
    assertFinds(boardIsMadeOfViews("planted"), "planted.exporter.board.KnowsThePages");
  }

  @Test
  void nothing_but_the_start_asks_for_the_time_of_day() {
    nothingAsksForTheTime("io.aftercare").check(PRODUCT);
    assertFinds(nothingAsksForTheTime("planted"), "planted.exporter.board.AsksTheTime");
  }

  @Test
  void what_serves_the_board_knows_no_topic() {
    httpKnowsNoTopic("io.aftercare").check(PRODUCT);
    assertFinds(httpKnowsNoTopic("planted"), "planted.exporter.http.ReadsATopic");
  }

  @Test
  void the_reader_knows_no_http_and_no_board() {
    readerKnowsNoHttp("io.aftercare").check(PRODUCT);
    assertFinds(
        readerKnowsNoHttp("planted"),
        "planted.exporter.topic.KnowsHttp",
        "planted.exporter.topic.KnowsTheBoard");
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

  private static ArchRule viewIsPure(String root, String view) {
    return knowsNone(root, view, "com.fasterxml..", others(view));
  }

  private static ArchRule boardIsMadeOfViews(String root) {
    return knowsNone(root, "board", "io.prometheus.metrics.core..", List.of("topic", "http"));
  }

  /** A part that does no I/O, and knows neither this library nor these other parts. */
  private static ArchRule knowsNone(
      String root, String part, String library, List<String> otherParts) {
    List<String> forbidden =
        new ArrayList<>(
            List.of("org.apache.kafka..", "com.sun.net..", "java.net..", "java.io..", library));
    otherParts.forEach(other -> forbidden.add(root + ".exporter." + other + ".."));
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter." + part + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new));
  }

  private static List<String> others(String view) {
    List<String> others = new ArrayList<>(VIEWS);
    others.remove(view);
    others.addAll(List.of("topic", "board", "http"));
    return others;
  }

  private static ArchRule nothingAsksForTheTime(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static ArchRule httpKnowsNoTopic(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter.http..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", root + ".exporter.topic..");
  }

  private static ArchRule readerKnowsNoHttp(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".exporter.topic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.sun.net..",
            "java.net..",
            "io.prometheus..",
            root + ".exporter.board..",
            root + ".exporter.http..");
  }
}
