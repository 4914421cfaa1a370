package io.aftercare.launcher.rules;

import io.aftercare.io.policy.RuleFiles;
import io.aftercare.io.policy.RuleSet;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aftercare rules}. */
@Command(
    name = "rules",
    description = {
      "Writes the recording and alerting rules for Prometheus: recording.yaml, sla.yaml, calls.yaml,"
          + " regions.yaml, complaints.yaml, trust.yaml as shipped, and burn.yaml for the objectives of your policies in force now.",
      "An alert that could never fire is refused; the exit code is then 2, and nothing is written."
    })
public final class RulesCommand implements Callable<Integer> {
  @Option(
      names = "--policies",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files or directories, as `check policies` reads them. Default: the shipped policies.")
  private @Nullable List<Path> policies;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where to write them; made if need be, and files of these names replaced.")
  @SuppressWarnings("NullAway.Init") // required
  private Path out;

  @Option(
      names = "--fast-factor",
      paramLabel = "X",
      description = "Burn factor of every SlaBudgetBurnFast, instead of the computed ones.")
  private @Nullable Double fastFactor;

  @Option(
      names = "--slow-factor",
      paramLabel = "X",
      description = "Burn factor of every SlaBudgetBurnSlow, instead of the computed ones.")
  private @Nullable Double slowFactor;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  @Override
  public Integer call() {
    RuleSet rules = policies == null ? RuleFiles.shipped() : RuleFiles.read(policies);
    String burn = BurnRules.text(rules.rulebook(), Instant.now(), factors());
    ShippedRules.writeFixed(out);
    writeBurn(burn);
    PrintWriter console = spec.commandLine().getOut();
    console.println(
        "Wrote recording.yaml, sla.yaml, calls.yaml, regions.yaml, complaints.yaml, trust.yaml and"
            + " burn.yaml to "
            + out
            + ".");
    console.println(
        "In prometheus.yml: rule_files: [" + out.toAbsolutePath().normalize() + "/*.yaml]");
    console.flush();
    return ExitCodes.OK;
  }

  private BurnFactors factors() {
    BurnFactors factors = BurnFactors.computed();
    if (fastFactor != null) {
      factors = factors.with(BurnWindow.FAST, above1("--fast-factor", fastFactor));
    }
    if (slowFactor != null) {
      factors = factors.with(BurnWindow.SLOW, above1("--slow-factor", slowFactor));
    }
    return factors;
  }

  /** At 1 the objective is just kept. */
  private static double above1(String option, double factor) {
    if (!(factor > 1 && factor < Double.POSITIVE_INFINITY)) {
      throw new UsageException(option + " " + factor + ": right is a number above 1");
    }
    return factor;
  }

  private void writeBurn(String text) {
    try {
      Files.writeString(out.resolve(ShippedRules.BURN), text);
    } catch (IOException e) {
      throw ShippedFiles.unwritable(out, e);
    }
  }
}
