package io.aftercare.exporter;

import java.util.concurrent.CountDownLatch;

/** The exporter as a process of its own; runs until it is told to stop. */
public final class ExporterMain {
  private static final int CANNOT_START = 1;
  private static final int WRONG_USAGE = 2;

  private ExporterMain() {}

  /** Starts an exporter as {@code --help} says. */
  public static void main(String[] arguments) throws InterruptedException {
    if (CommandLine.asksForHelp(arguments)) {
      System.out.print(CommandLine.HELP);
      return;
    }
    try {
      serve(CommandLine.parse(System.getenv(), arguments));
    } catch (IllegalArgumentException e) {
      fail(WRONG_USAGE, e);
    } catch (ExporterException e) {
      fail(CANNOT_START, e);
    }
  }

  private static void serve(ExporterSettings settings) throws InterruptedException {
    Exporter exporter = Exporter.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(exporter::close, "aftercare-exporter-stop"));
    System.out.printf(
        "serving %s on %s://%s:%d/metrics%n",
        settings.topic(), exporter.scheme(), settings.bindAddress(), exporter.port());
    new CountDownLatch(1).await();
  }

  private static void fail(int code, Exception why) {
    System.err.println("aftercare-exporter: " + why.getMessage());
    System.exit(code);
  }
}
