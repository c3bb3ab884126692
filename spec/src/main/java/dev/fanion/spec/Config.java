package dev.fanion.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A config for TLC: a file as it stands, or a text that an entry of the manifest derives from a file.
 *
 * @param file the file, relative to the folder of the modules
 * @param derived whether the text differs from the file's
 * @param text what TLC reads
 * @param statements what the text says, one constant, operator or property each
 */
public record Config(String file, boolean derived, String text, List<Statement> statements) {
  /** The sections that name the model's behaviour, each with one operator. */
  static final Set<String> BEHAVIOUR = Set.of("INIT", "NEXT", "SPECIFICATION");

  private static final String CONSTANT = "CONSTANT";
  private static final String INVARIANT = "INVARIANT";
  private static final String PROPERTY = "PROPERTY";

  /** The other words that a section of a config begins with. */
  private static final Set<String> OTHERS = Set.of(
      "CONSTRAINT", "ACTION_CONSTRAINT", "SYMMETRY", "VIEW", "CHECK_DEADLOCK", "TYPE", "TYPE_CONSTRAINT");
  private static final Map<String, String> PLURALS = Map.of("CONSTANTS", CONSTANT, "INVARIANTS", INVARIANT,
      "PROPERTIES", PROPERTY, "CONSTRAINTS", "CONSTRAINT", "ACTION_CONSTRAINTS", "ACTION_CONSTRAINT");

  /**
   * One statement, such as {@code INVARIANT TypeOK} or {@code CONSTANT Tasks = {"main", "t1"}}.
   *
   * @param section the word that it begins with, in the singular
   * @param words what follows, with one blank for each gap
   */
  public record Statement(String section, String words) {
    static Statement constant(String name, String value) {
      return new Statement(CONSTANT, name + " = " + value);
    }

    /** An operator in the place of another one, of a constant, or of the model's behaviour. */
    static Statement operator(String target, String operator) {
      return BEHAVIOUR.contains(target)
          ? new Statement(target, operator) : new Statement(CONSTANT, target + " <- " + operator);
    }

    /** A claim about states. */
    static Statement invariant(String name) {
      return new Statement(INVARIANT, name);
    }

    /** A claim about steps, or about what happens in the end. */
    static Statement property(String name) {
      return new Statement(PROPERTY, name);
    }

    boolean isConstant() {
      return section.equals(CONSTANT);
    }

    /** Whether a claim is named: an invariant or a property. */
    boolean isClaim() {
      return section.equals(INVARIANT) || section.equals(PROPERTY);
    }

    /** The constant or the operator that the statement gives a meaning; else the section. */
    String target() {
      return isConstant() ? words.split("\\s*(<-|=)", 2)[0] : section;
    }

    @Override
    public String toString() {
      return section + " " + words;
    }
  }

  /** Reads a file below the folder of the modules. */
  static Config read(Path tla, String file) {
    try {
      String text = Files.readString(tla.resolve(file));
      return new Config(file, false, text, parse(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The config with some statements replaced.
   *
   * @param replacements each takes the place of the statement with its target, if there is one
   * @param claims all invariants and properties
   * @param title what the text says of itself in its first line
   */
  Config with(List<Statement> replacements, List<Statement> claims, String title) {
    Set<String> replaced = replacements.stream().map(Statement::target).collect(Collectors.toSet());
    List<Statement> changed = new ArrayList<>(statements);
    changed.removeIf(each -> replaced.contains(each.target()) || each.isClaim());
    changed.addAll(replacements);
    changed.addAll(claims);
    StringBuilder printed = new StringBuilder("\\* " + title + "\n");
    changed.forEach(each -> printed.append(each).append("\n"));
    return new Config(file, true, printed.toString(), List.copyOf(changed));
  }

  /** The names that are listed as invariants. */
  List<String> invariants() {
    return words(INVARIANT);
  }

  /** The names that are listed as properties. */
  public List<String> properties() {
    return words(PROPERTY);
  }

  /** The invariants and the properties. */
  public List<String> all() {
    return Stream.of(invariants(), properties()).flatMap(List::stream).toList();
  }

  private List<String> words(String section) {
    return statements.stream().filter(each -> each.section().equals(section)).map(Statement::words).toList();
  }

  static List<Statement> parse(String text) {
    List<Statement> statements = new ArrayList<>();
    String section = "";
    List<String> words = new ArrayList<>();
    for (String word : Modules.withoutComments(text).trim().split("\\s+")) {
      String singular = PLURALS.getOrDefault(word, word);
      if (singular.equals(CONSTANT) || singular.equals(INVARIANT) || singular.equals(PROPERTY)
          || BEHAVIOUR.contains(singular) || OTHERS.contains(singular)) {
        add(section, words, statements);
        section = singular;
        words.clear();
      } else {
        words.add(word);
      }
    }
    add(section, words, statements);
    return List.copyOf(statements);
  }

  /** Adds a section's statements. A section of constants, of invariants or of properties has one for each. */
  private static void add(String section, List<String> words, List<Statement> statements) {
    String separator = section.equals(CONSTANT) ? "\\s+(?=\\w+\\s*(?:<-|=))" : "[\\s,]+";
    Arrays.stream(String.join(" ", words).split(separator))
        .filter(each -> !each.isEmpty())
        .forEach(each -> statements.add(new Statement(section, each)));
  }
}
