package dev.fanion.races;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a broken form, which stands beside the test of the shipped form. Its interesting outcome must be seen. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface CaughtBy {
  /** The tool that must see it: JCSTRESS or STOPPED_SETTER. */
  Tool value() default Tool.JCSTRESS;

  /** Whether the quick lane fails where the outcome is not seen. The long lane always does. */
  boolean certain() default true;
}
