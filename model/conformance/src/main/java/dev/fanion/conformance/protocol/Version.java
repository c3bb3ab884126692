package dev.fanion.conformance.protocol;

import java.util.Objects;

/** The version of this suite, from the manifest of its jar. */
public final class Version {
  /** The version, or {@code development} outside a jar. */
  public static final String TEXT =
      Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}
