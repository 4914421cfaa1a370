package io.aftercare.exporter.web;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** TLS for the JDK's server: each new connection by the settings that are in force then. */
final class CurrentTls extends HttpsConfigurator {
  private final Supplier<TlsSettings> current;

  CurrentTls(Supplier<TlsSettings> current) {
    super(new CurrentContext(current));
    this.current = current;
  }

  @Override
  public void configure(HttpsParameters parameters) {
    parameters.setSSLParameters(current.get().parameters());
  }

  private static final class CurrentContext extends SSLContext {
    CurrentContext(Supplier<TlsSettings> current) {
      super(new Delegation(current), current.get().context().getProvider(), "TLS");
    }
  }

  /** The server keeps one context for good; this one asks for the current context each time. */
  private static final class Delegation extends SSLContextSpi {
    private final Supplier<TlsSettings> current;

    Delegation(Supplier<TlsSettings> current) {
      this.current = current;
    }

    private SSLContext context() {
      return current.get().context();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return context().createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
      return context().createSSLEngine(host, port);
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return context().getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return context().getClientSessionContext();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return context().getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return context().getServerSocketFactory();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("it is initialised already");
    }
  }
}
