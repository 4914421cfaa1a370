package io.aftercare.launcher;

import io.aftercare.io.baseline.BaselineError;
import io.aftercare.io.yaml.NearestName;
import io.aftercare.io.yaml.YamlError;
import io.aftercare.job.config.ConfigException;
import io.aftercare.launcher.broker.BrokerUnavailable;
import java.io.PrintWriter;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns any failure into one line on stderr and an exit code; {@code --stacktrace} shows more. */
final class ErrorLine implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    PrintWriter err = command.getErr();
    err.println(name + ": " + oneLine(String.valueOf(wrong.getMessage())) + suggestion(wrong));
    err.println("Try '" + name + " --help'.");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean expected = expected(failure);
    String message =
        expected ? String.valueOf(failure.getMessage()) : CommandFailure.rootMessage(failure);
    err.println(command.getCommandSpec().qualifiedName() + ": " + message);
    if (wantsTrace(command)) {
      failure.printStackTrace(err);
    } else if (!expected) {
      err.println("(--stacktrace shows where; please report it, this should not happen)");
    }
    err.flush();
    return isUsage(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** {@code ; did you mean --port?} for an option or a command that does not exist. */
  private static String suggestion(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    String written = unmatched.getUnmatched().get(0);
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    Set<String> names =
        written.startsWith("-") ? command.optionsMap().keySet() : command.subcommands().keySet();
    return NearestName.to(written, names).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static boolean expected(Exception failure) {
    return isUsage(failure)
        || failure instanceof CommandFailure
        || failure instanceof BrokerUnavailable;
  }

  private static boolean isUsage(Exception failure) {
    return failure instanceof UsageException
        || failure instanceof ConfigException
        || failure instanceof YamlError
        || failure instanceof BaselineError;
  }

  private static boolean wantsTrace(CommandLine command) {
    CommandLine root = command;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return root.getCommand() instanceof Aftercare aftercare && aftercare.stacktrace();
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
