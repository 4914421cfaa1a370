package io.aftercare.exporter.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A server each of whose contexts is behind the guard: none can be forgotten. */
final class GuardedServer extends HttpServer {
  private final HttpServer server;
  private final Filter guard;

  GuardedServer(HttpServer server, Filter guard) {
    this.server = server;
    this.guard = guard;
  }

  @Override
  public HttpContext createContext(String path, HttpHandler handler) {
    HttpContext context = createContext(path);
    context.setHandler(handler);
    return context;
  }

  @Override
  public HttpContext createContext(String path) {
    HttpContext context = server.createContext(path);
    context.getFilters().add(guard);
    return context;
  }

  @Override
  public void removeContext(String path) {
    server.removeContext(path);
  }

  @Override
  public void removeContext(HttpContext context) {
    server.removeContext(context);
  }

  @Override
  public void bind(InetSocketAddress address, int backlog) throws IOException {
    server.bind(address, backlog);
  }

  @Override
  public void start() {
    server.start();
  }

  @Override
  public void stop(int delaySeconds) {
    server.stop(delaySeconds);
  }

  @Override
  public void setExecutor(@Nullable Executor executor) {
    server.setExecutor(executor);
  }

  @Override
  public @Nullable Executor getExecutor() {
    return server.getExecutor();
  }

  @Override
  public InetSocketAddress getAddress() {
    return server.getAddress();
  }
}
