package io.aftercare.exporter;

import com.sun.net.httpserver.HttpServer;
import io.aftercare.exporter.web.WebGuard;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a port, or says why not and what would help. */
final class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
  private static final int DEFAULT_BACKLOG = 0;

  private static final String MAX_REQUEST_SECONDS = "sun.net.httpserver.maxReqTime";

  static {
    // The JDK waits for ever for the rest of a request, and a few such clients would hold every
    // thread. Read once, when the first server of the process is made.
    if (System.getProperty(MAX_REQUEST_SECONDS) == null) {
      System.setProperty(MAX_REQUEST_SECONDS, "10");
    }
  }

  private Listening() {}

  /** A server all of whose contexts are behind the guard; not started. */
  static HttpServer on(String bindAddress, int port, WebGuard guard) {
    InetAddress address = resolve(bindAddress);
    guard.warningFor(address).ifPresent(LOG::warn);
    try {
      return guard.listen(new InetSocketAddress(address, port), DEFAULT_BACKLOG);
    } catch (BindException e) {
      throw new ExporterException(whyNot(bindAddress, port, e), e);
    } catch (IOException e) {
      throw new ExporterException("cannot listen on " + bindAddress + ":" + port + ": " + e, e);
    }
  }

  private static InetAddress resolve(String bindAddress) {
    try {
      return InetAddress.getByName(bindAddress);
    } catch (UnknownHostException e) {
      throw new ExporterException(
          "bind address " + bindAddress + " is unknown; give an IP address or a host name", e);
    }
  }

  private static String whyNot(String bindAddress, int port, BindException e) {
    String reason = String.valueOf(e.getMessage());
    if (reason.contains("assign")) {
      return "bind address " + bindAddress + " does not belong to this machine; 0.0.0.0 means all";
    }
    if (reason.contains("denied")) {
      return "port " + port + " needs privileges that this process lacks; choose one above 1023";
    }
    return "port "
        + port
        + " on "
        + bindAddress
        + " is in use; choose another (0 = any free port) or stop the process that holds it";
  }
}
