package io.aftercare.exporter.web;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS, basic authentication and headers of the exporter's server, by a web configuration file.
 *
 * <p>The file and those it names are read again when they change, looked at on requests and at most
 * once a second. A new version that is wrong leaves the old one in force; it is counted, and said
 * once. Whether TLS is spoken at all cannot change while the port is open.
 */
public final class WebGuard {
  private static final Logger LOG = LoggerFactory.getLogger(WebGuard.class);
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

  private final @Nullable Path file;
  private final AtomicLong failures = new AtomicLong();
  private Sources sources = new Sources();
  private WebConfig config = WebConfig.NONE;
  private long lookedAt = System.nanoTime();

  private WebGuard(@Nullable Path file) {
    this.file = file;
    if (file != null) {
      this.config = WebConfig.read(file, sources);
    }
    if (config.wantsHttp2()) {
      LOG.info("{}: http2 has no effect, HTTP/1.1 is served", file);
    }
  }

  /** The guard of this file; without a file everybody may read, over plain HTTP. */
  public static WebGuard of(@Nullable Path file) {
    return new WebGuard(file);
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return current().tls() == null ? "http" : "https";
  }

  /** Times a changed file could not be used. */
  public long reloadFailures() {
    return failures.get();
  }

  /** A server on this address all of whose contexts are behind the guard; not started. */
  public HttpServer listen(InetSocketAddress address, int backlog) throws IOException {
    return new GuardedServer(server(address, backlog), new GuardFilter(this::current));
  }

  /** What is unsafe about listening on an address that others can reach; empty: nothing is. */
  public Optional<String> warningFor(InetAddress address) {
    WebConfig now = current();
    String who = address.getHostAddress() + " can be reached from other machines, and ";
    if (address.isLoopbackAddress() || (!now.isOpen() && now.tls() != null)) {
      return Optional.empty();
    }
    return Optional.of(
        now.isOpen()
            ? who
                + "everybody there can read; a web configuration file with basic_auth_users or"
                + " client certificates keeps strangers out"
            : who + "passwords cross the network in the clear; tls_server_config hides them");
  }

  private HttpServer server(InetSocketAddress address, int backlog) throws IOException {
    if (current().tls() == null) {
      return HttpServer.create(address, backlog);
    }
    HttpsServer server = HttpsServer.create(address, backlog);
    server.setHttpsConfigurator(new CurrentTls(this::tls));
    return server;
  }

  private TlsSettings tls() {
    TlsSettings tls = current().tls();
    if (tls == null) {
      throw new IllegalStateException("cannot happen: TLS does not go while the port is open");
    }
    return tls;
  }

  private synchronized WebConfig current() {
    long now = System.nanoTime();
    if (file != null && now - lookedAt >= LOOK_NANOS) {
      lookedAt = now;
      if (sources.changed()) {
        reload(file);
      }
    }
    return config;
  }

  /** Also a failed reading is remembered, so that it is tried again after the next change only. */
  private void reload(Path changed) {
    sources = new Sources();
    try {
      WebConfig next = WebConfig.read(changed, sources);
      if ((next.tls() == null) != (config.tls() == null)) {
        throw new WebConfigException(
            changed + ": tls_server_config cannot come or go while the exporter runs; restart it");
      }
      config = next;
      LOG.info("{}: changed and read again", changed);
    } catch (WebConfigException e) {
      failures.incrementAndGet();
      LOG.error("the old web configuration stays in force: {}", e.getMessage());
    }
  }
}
