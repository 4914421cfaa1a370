package io.aftercare.launcher;

import io.aftercare.launcher.demo.DemoCommand;
import io.aftercare.launcher.demo.SimulatedService;
import io.aftercare.launcher.policies.CheckCommand;
import io.aftercare.launcher.policies.PoliciesCommand;
import io.aftercare.launcher.replay.ReplayCommand;
import io.aftercare.launcher.rules.RulesCommand;
import io.aftercare.launcher.run.RunCommand;
import io.aftercare.launcher.service.Product;
import io.aftercare.launcher.spikes.SpikesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code aftercare} command; what it does is in its subcommands. */
@Command(
    name = "aftercare",
    description = "Watches an after-sales service live: tickets in, SLA verdicts per region out.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Aftercare.Version.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, or stopped as asked with --for",
      "1:failed while running",
      "2:wrong usage, configuration or input",
      "130:interrupted with Ctrl-C, stopped in order (143: by a TERM signal)"
    })
public final class Aftercare implements Runnable {
  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "After an error, also show where in the program it happened.")
  private boolean stacktrace;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
  private CommandSpec spec;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Product product = Product.whole();
    CommandLine command =
        commandLine(
            new DemoCommand(product, new SimulatedService()),
            new ReplayCommand(),
            new CheckCommand(),
            new PoliciesCommand(System.getenv()),
            new RulesCommand(),
            new SpikesCommand(),
            new RunCommand(product, System.getenv()));
    System.exit(command.execute(arguments));
  }

  /** The command with these subcommands. */
  public static CommandLine commandLine(Object... subcommands) {
    CommandLine command = new CommandLine(new Aftercare());
    for (Object each : subcommands) {
      command.addSubcommand(each);
    }
    ErrorLine errors = new ErrorLine();
    return command
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setAbbreviatedSubcommandsAllowed(false);
  }

  boolean stacktrace() {
    return stacktrace;
  }

  /** Called without a subcommand. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: one of " + String.join(", ", spec.subcommands().keySet()));
  }

  /** The version of the build, out of the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Aftercare.class.getPackage().getImplementationVersion();
      String java = System.getProperty("java.version");
      return new String[] {
        "aftercare " + (version == null ? "development build" : version) + " (Java " + java + ")"
      };
    }
  }
}
