package dev.fanion.races;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a broken form, beside the test of the shipped one. Its interesting outcome has to be seen. */
@Retention(RUNTIME)
@Target(TYPE)
public @interface CaughtBy {
  /** The tool, one of those that jcstress runs. */
  Tool value() default Tool.JCSTRESS;

  /** Whether the quick lane fails if it is not seen there; the long lane does in any case. */
  boolean certain() default true;
}
