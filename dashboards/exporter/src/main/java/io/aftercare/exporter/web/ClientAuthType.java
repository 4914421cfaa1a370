package io.aftercare.exporter.web;

import java.util.Arrays;
import java.util.List;

/** How far clients must show a certificate, by the names of Go's crypto/tls. */
enum ClientAuthType {
  NO_CLIENT_CERT("NoClientCert", false, false, false),
  REQUEST_CLIENT_CERT("RequestClientCert", true, false, false),
  REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert", true, true, false),
  /** The old name of {@link #REQUIRE_ANY_CLIENT_CERT}. */
  REQUIRE_CLIENT_CERT("RequireClientCert", true, true, false),
  VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven", true, false, true),
  REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert", true, true, true);

  private final String written;
  private final boolean asks;
  private final boolean requires;
  private final boolean verifies;

  ClientAuthType(String written, boolean asks, boolean requires, boolean verifies) {
    this.written = written;
    this.asks = asks;
    this.requires = requires;
    this.verifies = verifies;
  }

  static ClientAuthType of(Scalar scalar) {
    List<String> names = Arrays.stream(values()).map(type -> type.written).toList();
    return values()[names.indexOf(scalar.oneOf(names))];
  }

  boolean asks() {
    return asks;
  }

  boolean requires() {
    return requires;
  }

  /** True if a certificate must come from the CA of the file. */
  boolean verifies() {
    return verifies;
  }
}
