package io.aftercare.launcher.policies;

import io.aftercare.io.policy.RuleFiles;
import io.aftercare.launcher.ExitCodes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aftercare check}. */
@Command(
    name = "check",
    description = "Checks files before anything runs by them.",
    subcommands = CheckCommand.Policies.class)
public final class CheckCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Called without saying what to check. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to check is missing: policies");
  }

  /** {@code aftercare check policies}. */
  @Command(
      name = "policies",
      description = {
        "Reads policies, calendars and regions as `run` and `replay` would, and says what they"
            + " promise: every version, what is in force now and what changes next.",
        "A mistake is named with its file and line; the exit code is then 2."
      })
  static final class Policies implements Callable<Integer> {
    @Parameters(
        paramLabel = "PATH",
        arity = "1..*",
        description =
            "YAML files, or directories of *.yaml and *.yml files; read as if they were one.")
    private List<Path> paths = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      new PolicySummary(RuleFiles.read(paths), Instant.now()).lines().forEach(out::println);
      out.flush();
      return ExitCodes.OK;
    }
  }
}
