package io.aftercare.exporter.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.altindag.ssl.pem.util.PemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates and private keys as PEM: PKCS#8, PKCS#1 (RSA) and SEC 1 (EC) keys, not encrypted.
 * Paths are relative to the configuration file. What a key file holds is in no error.
 */
final class PemFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PemFiles.class);

  /** Without what may stand before it, such as openssl's EC PARAMETERS. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN ([A-Z]+ )?PRIVATE KEY-----.*?-----END \\1?PRIVATE KEY-----", Pattern.DOTALL);

  private final Sources sources;

  PemFiles(Sources sources) {
    this.sources = sources;
  }

  /** The certificates of a file, in its order. */
  List<X509Certificate> certificates(Scalar file) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> certificates = new ArrayList<>();
      for (X509Certificate each : PemUtils.parseCertificate(text(file))) {
        // As the JDK's own class, so that the JDK's TLS never meets another provider's.
        ByteArrayInputStream encoded = new ByteArrayInputStream(each.getEncoded());
        certificates.add((X509Certificate) factory.generateCertificate(encoded));
      }
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (WebConfigException e) {
      throw e;
    } catch (CertificateException | RuntimeException e) {
      LOG.debug("{} holds a certificate that cannot be read", file.value(), e);
    }
    throw file.wrong("'" + file.value() + "' holds no certificate as PEM (BEGIN CERTIFICATE)");
  }

  /** The private key of a file, which must belong to this certificate. */
  PrivateKey key(Scalar file, X509Certificate certificate) {
    PublicKey publicKey = certificate.getPublicKey();
    byte[] encoded = encodedKey(file);
    try {
      PrivateKey key =
          KeyFactory.getInstance(publicKey.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (belong(key, publicKey)) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      LOG.debug("{} holds another kind of key than the certificate's", file.value());
    }
    throw file.wrong(
        "the key in '"
            + file.value()
            + "' does not belong to the first certificate of cert_file ("
            + publicKey.getAlgorithm()
            + ")");
  }

  private byte[] encodedKey(Scalar file) {
    String text = text(file);
    if (text.contains("ENCRYPTED")) {
      throw file.wrong(
          "the key in '" + file.value() + "' is encrypted; give it without a passphrase");
    }
    Matcher key = PRIVATE_KEY.matcher(text);
    try {
      if (key.find()) {
        return PemUtils.parsePrivateKey(key.group()).getEncoded();
      }
    } catch (RuntimeException e) {
      LOG.debug("{} holds a private key that cannot be read", file.value());
    }
    throw file.wrong("'" + file.value() + "' holds no private key as PEM (BEGIN PRIVATE KEY)");
  }

  private String text(Scalar file) {
    Path directory = file.place().file().toAbsolutePath().getParent();
    try {
      Path path = directory == null ? Path.of(file.value()) : directory.resolve(file.value());
      return new String(sources.read(path), StandardCharsets.ISO_8859_1);
    } catch (IOException | RuntimeException e) {
      String why = e instanceof IOException io ? Sources.why(io) : "it is no file name";
      throw file.wrong(
          "'" + file.value() + "' cannot be read (" + why + "); paths are relative to this file");
    }
  }

  private static boolean belong(PrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    String algorithm =
        switch (publicKey.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> publicKey.getAlgorithm();
        };
    byte[] anything = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(anything);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(anything);
    return signature.verify(signed);
  }
}
