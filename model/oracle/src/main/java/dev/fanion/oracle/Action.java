package dev.fanion.oracle;

import java.util.List;

/**
 * One action of a spec with one binding of its parameters.
 *
 * @param index its place among the actions of its {@link Oracle}
 * @param name the name of the operator in the spec
 * @param arguments the arguments as String, Boolean or Integer, in the order of the operator's parameters
 */
public record Action(int index, String name, List<Object> arguments) {
  /** The argument at this place, which must be a string. */
  public String text(int place) {
    return (String) arguments.get(place);
  }

  @Override
  public String toString() {
    return arguments.isEmpty() ? name : name + arguments.toString().replace('[', '(').replace(']', ')');
  }
}
