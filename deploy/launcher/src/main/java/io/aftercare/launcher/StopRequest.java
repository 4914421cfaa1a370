package io.aftercare.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish of a person or a supervisor that the process end (Ctrl-C, TERM), made waitable.
 *
 * <p>The process ends only after {@link #close()}, so that everything can stop in order first; it
 * waits for at most 45 s.
 */
public final class StopRequest implements AutoCloseable {
  private static final Duration ORDER_LIMIT = Duration.ofSeconds(45);

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread hook = new Thread(this::holdTheProcess, "aftercare-stop");

  private StopRequest() {}

  /** Listens from now on. */
  public static StopRequest listen() {
    StopRequest request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(request.hook);
    return request;
  }

  /** Waits this long; true as soon as the process is asked to stop. */
  public boolean await(Duration patience) throws InterruptedException {
    return requested.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** True once the process has been asked to stop. */
  public boolean isRequested() {
    return requested.getCount() == 0;
  }

  private void holdTheProcess() {
    requested.countDown();
    try {
      if (!stopped.await(ORDER_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println(
            "aftercare: did not stop in order within " + ORDER_LIMIT.toSeconds() + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything has stopped: the process may end. */
  @Override
  public void close() {
    stopped.countDown();
    if (!isRequested()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        // The process began to end this very moment; the hook finds the latch open.
        requested.countDown();
      }
    }
  }
}
