package io.aftercare.launcher;

import io.aftercare.job.config.ConfigException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
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
    err.println(name + ": " + oneLine(String.valueOf(wrong.getMessage())));
    UnmatchedArgumentException.printSuggestions(wrong, err);
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

  private static boolean expected(Exception failure) {
    return isUsage(failure)
        || failure instanceof CommandFailure
        || failure instanceof io.aftercare.launcher.broker.BrokerUnavailable;
  }

  private static boolean isUsage(Exception failure) {
    return failure instanceof UsageException || failure instanceof ConfigException;
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
