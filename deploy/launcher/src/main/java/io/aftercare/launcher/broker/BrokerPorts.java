package io.aftercare.launcher.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The two loopback ports of an embedded broker: for clients, and for its own controller. */
record BrokerPorts(int broker, int controller) {
  static final String HOST = "127.0.0.1";

  /** Two ports that are free now. */
  static BrokerPorts free() {
    try (ServerSocket first = bind(0);
        ServerSocket second = bind(0)) {
      return new BrokerPorts(first.getLocalPort(), second.getLocalPort());
    } catch (IOException failure) {
      throw new UncheckedIOException("No free port on " + HOST, failure);
    }
  }

  /** The given port for clients and a free one for the controller. */
  static BrokerPorts withBroker(int port) {
    try (ServerSocket given = bind(port);
        ServerSocket second = bind(0)) {
      return new BrokerPorts(given.getLocalPort(), second.getLocalPort());
    } catch (IOException failure) {
      throw new UncheckedIOException("Port " + port + " on " + HOST + " is in use", failure);
    }
  }

  String bootstrap() {
    return HOST + ":" + broker;
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
