package dev.fanion.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What {@code ./fanion} takes. The commands of its own program are asked of picocli. Those that the script {@code fanion} finds
 * in other programs, which are not on this test's class path, are read from their sources.
 */
final class Commands {
  private static final Pattern OTHER_PROGRAM = Pattern.compile("(?m)^ +(\\w+)\\) modules=");
  private static final Pattern OPTION = Pattern.compile("@Option\\(names = (\\{[^}]*\\}|\"[^\"]*\")([^;]*?)\\)\\s+(?:\\w|@)");
  private static final Pattern NAME = Pattern.compile("-[\\w-]+");
  private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S+");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Set<String> ENDS = Set.of("#", "|", ">", "&&", "&", ";", "->", "2>&1");

  private final Map<String, Command> commands = new HashMap<>();
  private final Command program;
  private final Entries entries;

  /** The options, each with whether a value follows it; the words that may stand without an option, or any if there are none. */
  private record Command(Map<String, Boolean> options, Set<String> words) {}

  Commands(CommandLine fanion, Clone clone, Entries entries) {
    this.entries = entries;
    program = command(fanion.getCommandSpec());
    fanion.getSubcommands().forEach((name, command) -> commands.put(name, command(command.getCommandSpec())));
    for (Snippet name : clone.whole("fanion").find(OTHER_PROGRAM, 1)) {
      commands.put(name.text(), fromSources(clone, name.text()));
    }
  }

  /** Whether any command has this option. */
  boolean hasOption(String option) {
    return commands.values().stream().anyMatch(command -> command.options().containsKey(option));
  }

  /** What is wrong with a line that begins with {@code ./fanion}. */
  List<Problem> problems(Snippet line) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(line.text());
    while (token.find() && !ENDS.contains(token.group())) {
      tokens.add(token.group());
    }
    List<Problem> problems = new ArrayList<>();
    for (String each : tokens) {
      if (each.matches("['\"]\\./fanion .*")) {
        problems.addAll(problems(new Snippet(line.file(), line.line(), each.substring(1, each.length() - 1))));
      }
    }
    boolean named = tokens.size() > 1 && WORD.matcher(tokens.get(1)).matches();
    Command command = named ? commands.get(tokens.get(1)) : program;
    if (command == null) {
      problems.add(line.problem("./fanion has no command " + tokens.get(1)));
    } else {
      problems.addAll(wrongArguments(line, command, tokens.subList(named ? 2 : 1, tokens.size())));
    }
    return problems;
  }

  private List<Problem> wrongArguments(Snippet line, Command command, List<String> arguments) {
    List<Problem> problems = new ArrayList<>();
    boolean value = false;
    for (String argument : arguments) {
      String option = argument.replaceFirst("=.*", "");
      if (value) {
        value = false;
      } else if (NAME.matcher(option).matches()) {
        value = command.options().getOrDefault(option, false) && !argument.contains("=");
        if (!command.options().containsKey(option)) {
          problems.add(line.problem("no option " + option + " in: " + line.text()));
        }
      } else if (WORD.matcher(argument).matches() && !command.words().isEmpty() && !isKnown(command, argument)) {
        problems.add(line.problem("no " + argument + " in: " + line.text()));
      }
    }
    return problems;
  }

  /** The command with the empty word takes entries. */
  private boolean isKnown(Command command, String word) {
    return command.words().contains(word) || command.words().contains("") && entries.has(word);
  }

  private static Command command(CommandSpec spec) {
    Map<String, Boolean> options = new HashMap<>();
    for (OptionSpec option : spec.options()) {
      for (String name : option.names()) {
        options.put(name, option.arity().max() > 0);
      }
    }
    Set<String> words = spec.positionalParameters().stream().flatMap(parameter -> {
      List<String> candidates = new ArrayList<>();
      if (parameter.completionCandidates() != null) {
        parameter.completionCandidates().forEach(candidates::add);
      }
      return candidates.isEmpty() ? List.of("").stream() : candidates.stream();
    }).map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new Command(options, words);
  }

  private static Command fromSources(Clone clone, String name) {
    Pattern declaration = Pattern.compile("@Command\\(\\s*name = \"(?:fanion )?" + name + "\"");
    Map<String, Boolean> options = new HashMap<>(Map.of("--help", false, "--version", false));
    for (String file : clone.files("java")) {
      if (file.startsWith("stress/") && declaration.matcher(clone.text(file)).find()) {
        Matcher option = OPTION.matcher(clone.text(file));
        while (option.find()) {
          boolean value = option.group(2).contains("paramLabel");
          NAME.matcher(option.group(1)).results().forEach(each -> options.put(each.group(), value));
        }
      }
    }
    return new Command(options, Set.of());
  }
}
