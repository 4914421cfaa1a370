package io.aftercare.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.job.TicketJob;
import io.aftercare.launcher.Aftercare;
import io.aftercare.launcher.CommandRun;
import io.aftercare.launcher.service.Product;
import io.aftercare.launcher.service.ServingExporter;
import org.junit.jupiter.api.Test;

/** The demo as a person starts it: broker, job, exporter and simulator, all real. */
class DemoIT {
  @Test
  void showsMovingFiguresAndStopsByItself() {
    Product product = new Product(TicketJob::submit, ServingExporter::start);
    CommandRun demo =
        CommandRun.of(
            Aftercare.commandLine(new DemoCommand(product, new SimulatedService())),
            "demo",
            "--for",
            "15s",
            "--port",
            "0");
    assertThat(demo.err()).isEmpty();
    assertThat(demo.exitCode()).isZero();
    assertThat(demo.out())
        .contains("Figures   http://127.0.0.1:", "Stopped; nothing is left behind.")
        .containsPattern("s: [1-9][\\d,]* events judged, [1-9][\\d,]* tickets created");
  }
}
