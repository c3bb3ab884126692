package dev.fanion.races;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a test of the shipped classes: what it would catch, and the rules that this would break. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Catches {
  /** A few words. */
  String value();

  /** The ids of the rules; the tags of the file say the same. */
  String[] rules();

  /** The scenario of {@code docs/outcomes.md} that has the same outcomes, if it is one that the spec can play. */
  String scenario() default "";
}
