package dev.fanion.races;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a test of the shipped classes. Says what the test would catch, and the rules that such a mistake would break. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface Catches {
  /** What the test would catch, in a few words. */
  String value();

  /** The ids of the rules. The tags of the file say the same. */
  String[] rules();

  /** The scenario of {@code docs/outcomes.md} with the same outcomes; empty if the spec has no such scenario. */
  String scenario() default "";
}
