package io.aftercare.launcher.service;

import io.aftercare.launcher.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells early, before anything slow has started, that a port cannot be had. */
public final class FreePort {
  private FreePort() {}

  /**
   * Fails if the port is taken.
   *
   * @param setting what chooses the port, for the error: {@code --port}
   */
  public static void require(String host, int port, String setting) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      throw new UsageException(
          "Port %d on %s cannot be used (%s); end the program that holds it or choose another with %s"
              .formatted(port, host, taken.getMessage(), setting));
    }
  }
}
