package dev.fanion.conformance;

import java.util.Objects;

/** The version of this suite, as its jar says. */
final class Version {
  static final String TEXT =
      Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}
