package io.aftercare.contract;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.jspecify.annotations.NullMarked;

/**
 * Tells Avro that the contract's own generated classes may be made. Since 1.12.1 Avro refuses
 * classes that nobody named, and the system property it offers would have to be set on every JVM of
 * a cluster. Adds to what is trusted already and takes nothing away. {@link SingleObject}, {@link
 * RecordReader} and {@link SchemaHistory} see to it; whoever uses a generated builder before any of
 * them calls it first.
 */
@NullMarked
public final class AvroTrust {
  private static final String PACKAGE = AvroTrust.class.getPackageName();

  static {
    ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    ClassSecurityValidator.setGlobal(
        type -> type.getPackageName().equals(PACKAGE) || before.isTrusted(type));
  }

  private AvroTrust() {}

  /** Done once per class loader, however often it is called. */
  public static void install() {
    // the static block has run
  }
}
