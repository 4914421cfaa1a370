package io.aftercare.exporter.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;

/** A certificate authority of one test; nothing it makes outlives the test. */
public final class Authority {
  private static final AtomicLong SERIAL = new AtomicLong(1);
  private final X500Name name;
  private final KeyPair keys = keys("EC");
  private final X509Certificate certificate;

  public Authority() {
    this(new X500Name("CN=authority " + SERIAL.incrementAndGet()));
  }

  private Authority(X500Name name) {
    this.name = name;
    this.certificate = certificate(name, keys, "authority", true);
  }

  /** Another authority of the same name, so that clients believe its certificates to be wanted. */
  public Authority impostor() {
    return new Authority(name);
  }

  /** A certificate of this authority with its key. */
  public record Identity(X509Certificate certificate, KeyPair keys) {
    /** PKCS#8: BEGIN PRIVATE KEY. */
    public String pkcs8() {
      return pem(pkcs8Object(keys));
    }

    /** BEGIN RSA PRIVATE KEY (PKCS#1) or BEGIN EC PRIVATE KEY (SEC 1). */
    public String traditional() {
      return keys.getPrivate() instanceof ECPrivateKey ec
          ? pem(new PemObject("EC PARAMETERS", new byte[] {5, 0}))
              + pem(new PemObject("EC PRIVATE KEY", sec1(ec)))
          : pem(keys.getPrivate());
    }

    /** As openssl writes it: with the curve's name inside. */
    private static byte[] sec1(ECPrivateKey key) {
      try {
        return new org.bouncycastle.asn1.sec.ECPrivateKey(
                256, key.getS(), SECObjectIdentifiers.secp256r1)
            .getEncoded();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String pem() {
      return Authority.pem(certificate);
    }

    private static String pem(Object object) {
      return Authority.pem(object);
    }
  }

  /**
   * A certificate for a server at 127.0.0.1, or for a client with this DNS name.
   *
   * @param algorithm RSA or EC
   */
  public Identity issue(String algorithm, String dnsName) {
    KeyPair subject = keys(algorithm);
    return new Identity(
        certificate(new X500Name("CN=" + dnsName), subject, dnsName, false), subject);
  }

  public String pem() {
    return pem(certificate);
  }

  /**
   * Writes the server's files and the authority's into a directory: server.pem, key.pem, ca.pem.
   */
  public Identity install(Path directory, String algorithm) {
    Identity server = issue(algorithm, "localhost");
    write(directory.resolve("server.pem"), server.pem());
    write(directory.resolve("key.pem"), server.pkcs8());
    write(directory.resolve("ca.pem"), pem());
    return server;
  }

  /** A client that trusts this authority and shows the identity, if there is one. */
  public SSLContext client(@Nullable Identity identity) {
    try {
      KeyStore trust = emptyStore();
      trust.setCertificateEntry("ca", certificate);
      TrustManagerFactory trusted =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trusted.init(trust);
      KeyStore own = emptyStore();
      if (identity != null) {
        Certificate[] chain = {identity.certificate()};
        own.setKeyEntry("client", identity.keys().getPrivate(), new char[0], chain);
      }
      KeyManagerFactory shown =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(own, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store;
  }

  private X509Certificate certificate(
      X500Name subject, KeyPair subjectKeys, String dnsName, boolean isCa) {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.valueOf(SERIAL.incrementAndGet()),
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(1))),
            subject,
            subjectKeys.getPublic());
    GeneralName[] names = {
      new GeneralName(GeneralName.dNSName, dnsName),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isCa));
      if (!isCa) {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Object pkcs8Object(KeyPair keys) {
    try {
      return new JcaPKCS8Generator(keys.getPrivate(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(Object object) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
