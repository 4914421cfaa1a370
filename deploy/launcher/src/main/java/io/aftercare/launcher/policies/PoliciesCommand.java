package io.aftercare.launcher.policies;

import io.aftercare.domain.sla.Policy;
import io.aftercare.domain.sla.PublishedRule;
import io.aftercare.io.policy.RuleFiles;
import io.aftercare.job.JobKeys;
import io.aftercare.job.config.Config;
import io.aftercare.launcher.ExitCodes;
import io.aftercare.launcher.service.ExporterKeys;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aftercare policies}. */
@Command(name = "policies", description = "Publishes policies and calendars to running jobs.")
public final class PoliciesCommand implements Runnable {
  private final Map<String, String> environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Settings may come from these variables. */
  public PoliciesCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Called without saying what to do. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "what to do is missing: publish");
  }

  @Command(
      name = "publish",
      description = {
        "Publishes what is new in the files; running jobs judge by it from its effective_from on.",
        "Refused, with file and line: a published version with other content; a new one that would"
            + " be in force less than 60 s after it arrives, unless nothing was published before; a"
            + " published policy that is missing without having been retired; another order."
      })
  int publish(
      @Parameters(
              paramLabel = "PATH",
              arity = "1..*",
              description = "Files or directories, as `check policies` reads them.")
          List<Path> paths,
      @Option(
              names = {"-c", "--config"},
              paramLabel = "FILE",
              description = "The configuration that says where Kafka is, as for `run`.")
          @Nullable Path file,
      @Option(
              names = "--set",
              paramLabel = "KEY=VALUE",
              description = "Sets one key, such as kafka.bootstrap_servers=kafka:9092.")
          @Nullable Map<String, String> flags) {
    Config config =
        Config.read(ExporterKeys.all(), file, environment, flags == null ? Map.of() : flags);
    PrintWriter out = spec.commandLine().getOut();
    List<PublishedRule> news =
        Publishing.of(JobKeys.kafka(config), RuleFiles.read(paths)).published();
    news.forEach(each -> out.println("Published " + each.key() + ", in force " + since(each)));
    if (news.isEmpty()) {
      out.println("Nothing to publish: all of it is published already.");
    }
    out.flush();
    return ExitCodes.OK;
  }

  private static String since(PublishedRule rule) {
    return rule.effectiveFrom() == Policy.ALWAYS
        ? "from the beginning"
        : "from " + Instant.ofEpochMilli(rule.effectiveFrom());
  }
}
