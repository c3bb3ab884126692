package dev.fanion.conformance.protocol;

import java.util.Objects;

/** The version of this suite, as its jar says. */
public final class Version {
  public static final String TEXT =
      Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}
