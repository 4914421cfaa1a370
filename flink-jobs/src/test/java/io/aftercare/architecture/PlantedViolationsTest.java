package io.aftercare.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each rule finds exactly the classes planted against it under {@code planted.house}. */
class PlantedViolationsTest {
  private static final String ROOT = "planted.house";
  private static final JobsArrows ARROWS = new JobsArrows(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  @Test
  void a_class_outside_the_drawn_packages_is_found() {
    finds(
        ARROWS.everythingHasItsPlace(),
        "domain.pricing.Tariff",
        "domain.pricing.package-info",
        "report.Printer",
        "report.package-info");
  }

  @Test
  void a_framework_or_a_codec_in_the_domain_is_found() {
    finds(ARROWS.domainIsPlainJava(), "domain.ticket.KnowsFlink", "domain.ticket.KnowsItsCodec");
  }

  @Test
  void an_arrow_against_the_drawing_is_found_in_each_part_of_the_domain() {
    finds(ARROWS.domainPartKeepsItsArrows("calendar"), "domain.calendar.LooksUpAtSla");
    finds(ARROWS.domainPartKeepsItsArrows("complaint"), "domain.complaint.LooksAsideAtCall");
    finds(ARROWS.domainPartKeepsItsArrows("call"), "domain.call.LooksAsideAtTicket");
  }

  @Test
  void the_drawn_arrows_are_free() {
    finds(ARROWS.domainPartKeepsItsArrows("sla"));
    finds(ARROWS.domainPartKeepsItsArrows("ticket"));
  }

  @Test
  void a_cycle_in_the_domain_is_found() {
    assertThat(report(ARROWS.domainHasNoCycles()))
        .singleElement()
        .asString()
        .contains("Slice calendar", "Slice sla")
        .contains("LooksUpAtSla");
  }

  @Test
  void flow_that_talks_to_the_outside_is_found() {
    finds(
        ARROWS.flowImportsDomainAndFlinkApi(),
        "flow.ReadsSettings",
        "flow.TalksToIo",
        "flow.TalksToKafka",
        "flow.TalksToTheConnector");
  }

  @Test
  void io_that_calls_flow_is_found() {
    finds(ARROWS.ioNeverImportsFlow(), "io.avro.CallsFlow");
  }

  @Test
  void an_import_of_job_is_found() {
    finds(ARROWS.nobodyImportsJob(), "flow.ReadsSettings");
  }

  @Test
  void words_that_say_nothing_are_found_in_packages_and_classes() {
    finds(
        HouseRules.namesSaySomething(),
        "io.kafka.RecordManagerImpl",
        "io.util.Bytes",
        "io.util.package-info");
  }

  @Test
  void a_package_without_null_marked_is_found() {
    finds(HouseRules.everyPackageIsNullMarked(), "io.unmarked.Forgotten");
  }

  private static void finds(ArchRule rule, String... planted) {
    TreeSet<String> found = new TreeSet<>();
    report(rule).forEach(line -> found.add(culprit(line)));
    assertThat(found).as(rule.getDescription()).containsExactly(planted);
  }

  private static List<String> report(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }

  /** The first planted class a line of the report names is the one that broke the rule. */
  private static String culprit(String line) {
    Matcher named = Pattern.compile(Pattern.quote(ROOT) + "\\.[\\w.-]+").matcher(line);
    assertThat(named.find()).as(line).isTrue();
    return PLANTED.stream()
        .map(JavaClass::getName)
        .filter(name -> (named.group() + ".").startsWith(name + "."))
        .map(name -> name.substring(ROOT.length() + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No planted class in: " + line));
  }
}
