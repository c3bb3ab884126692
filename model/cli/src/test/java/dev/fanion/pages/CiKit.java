package dev.fanion.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What is wrong with the parts of the kit for a CI: the action, the script behind it, a workflow that uses it, the Dockerfile.
 * What they name has to be there.
 */
final class CiKit {
  static final String FOLDER = ".github/actions/conform";

  private static final Set<String> KEYS = Set.of("name", "description", "inputs", "outputs", "runs");
  private static final Set<String> STEP = Set.of("id", "name", "if", "shell", "env", "run", "uses", "with", "continue-on-error");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
  private static final Pattern ACTION = Pattern.compile("actions/[a-z-]+@v\\d+");
  private static final Pattern OPTION = Pattern.compile("(?<=[( ])--[a-z]+");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z_]+)");
  private static final Pattern COPIED = Pattern.compile("(?m)^COPY (\\S+) (\\S+)$");
  private static final Pattern RAN = Pattern.compile("(?m)^RUN (/opt/fanion/\\S+)|^ENTRYPOINT \\[\"(/opt/fanion/[^\"]+)\"]$");

  private final Clone clone;
  private final Commands commands;
  private final List<String> problems = new ArrayList<>();

  CiKit(Clone clone, Commands commands) {
    this.clone = clone;
    this.commands = commands;
  }

  /** What is wrong with these texts of the action, of its script, of a workflow and of a Dockerfile. */
  List<String> problems(String action, String script, String workflow, String dockerfile) {
    problems.clear();
    Map<?, ?> root = parsed("action", action);
    script(script, action(root));
    workflow(parsed("workflow", workflow), root);
    dockerfile(dockerfile);
    return List.copyOf(problems);
  }

  private Map<?, ?> parsed(String what, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return map(new Yaml(new SafeConstructor(options)).load(text));
    } catch (YAMLException e) {
      problems.add(what + ": not YAML");
      return Map.of();
    }
  }

  private static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(Object node) {
    return node instanceof List<?> list ? list : List.of();
  }

  private static Set<String> keys(Object node) {
    return map(node).keySet().stream().map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void check(boolean right, String problem) {
    if (!right) {
      problems.add(problem);
    }
  }

  /** The variables that the action hands to its script. */
  private Set<String> action(Map<?, ?> root) {
    check(KEYS.containsAll(keys(root)), "action: keys " + keys(root));
    check("composite".equals(map(root.get("runs")).get("using")), "action: not composite");
    Set<String> ids = new LinkedHashSet<>();
    Set<String> variables = new LinkedHashSet<>();
    for (Object step : list(map(root.get("runs")).get("steps"))) {
      Map<?, ?> parts = map(step);
      check(STEP.containsAll(keys(parts)), "action: keys of a step " + keys(parts));
      check(parts.containsKey("run") != parts.containsKey("uses"), "action: a step needs either run or uses");
      check(parts.containsKey("run") == parts.containsKey("shell"), "action: run needs shell");
      check(!String.valueOf(parts.get("run")).contains("${{"), "action: an expression inside run is code of whoever writes it");
      check(!parts.containsKey("uses") || ACTION.matcher(String.valueOf(parts.get("uses"))).matches(), "action: uses "
          + parts.get("uses"));
      check(!parts.containsKey("run") || String.valueOf(parts.get("run")).equals("\"$GITHUB_ACTION_PATH/run\"")
          && clone.has(FOLDER + "/run"), "action: runs what is not there: " + parts.get("run"));
      ids.add(String.valueOf(parts.get("id")));
      variables.addAll(keys(parts.get("env")));
    }
    Set<String> used = new LinkedHashSet<>();
    for (MatchResult each : EXPRESSION.matcher(root.toString()).results().toList()) {
      expression(each.group(1), ids, used);
    }
    check(used.equals(keys(root.get("inputs"))), "action: inputs " + keys(root.get("inputs")) + ", used " + used);
    return variables;
  }

  private void expression(String words, Set<String> ids, Set<String> used) {
    String[] parts = words.split("\\.");
    if (parts[0].equals("inputs") && parts.length == 2) {
      used.add(parts[1]);
    } else if (parts[0].equals("steps") && parts.length == 4) {
      check(ids.contains(parts[1]), "action: no step " + parts[1]);
    } else {
      check(words.equals("always()"), "action: expression " + words);
    }
  }

  private void script(String script, Set<String> handed) {
    Set<String> taken = VARIABLE.matcher(script).results().map(each -> each.group(1))
        .filter(name -> !name.startsWith("GITHUB_") && !name.startsWith("BASH_")).collect(Collectors.toSet());
    check(taken.equals(handed), "script: takes " + taken + ", is handed " + handed);
    String options = OPTION.matcher(script).results().map(MatchResult::group).distinct().collect(Collectors.joining(" x "));
    check(options.contains("--adapter"), "script: no --adapter");
    commands.problems(new Snippet("run", 1, "./fanion conform " + options + " x")).forEach(problem ->
        problems.add("script: " + problem));
    check(script.contains("\"$home/fanion\" conform ") && clone.has("fanion"), "script: no command");
    check(script.contains("/summary.md"), "script: no summary");
  }

  private void workflow(Map<?, ?> root, Map<?, ?> action) {
    boolean calls = false;
    for (Object job : map(root.get("jobs")).values()) {
      check(map(job).containsKey("runs-on"), "workflow: a job needs runs-on");
      for (Object step : list(map(job).get("steps"))) {
        String uses = String.valueOf(map(step).get("uses"));
        if (uses.matches("OWNER/fanion/[^@]*@.*")) {
          calls = true;
          String path = uses.replaceFirst("OWNER/fanion/([^@]*)@.*", "$1");
          check(clone.has(path + "/action.yml"), "workflow: no action " + path);
          Set<String> with = keys(map(step).get("with"));
          check(keys(action.get("inputs")).containsAll(with), "workflow: no inputs " + with);
          map(action.get("inputs")).forEach((name, input) -> check(
              !Boolean.TRUE.equals(map(input).get("required")) || with.contains(name), "workflow: needs the input " + name));
        } else {
          check(ACTION.matcher(uses).matches(), "workflow: uses " + uses);
        }
      }
    }
    check(calls, "workflow: does not call the action");
  }

  private void dockerfile(String text) {
    check(COPIED.matcher(text).results().anyMatch(each -> each.group(1).equals(".") && each.group(2).equals("/opt/fanion")),
        "Dockerfile: does not copy the clone");
    List<MatchResult> ran = RAN.matcher(text).results().toList();
    check(ran.size() == 2, "Dockerfile: runs nothing of the clone");
    ran.stream().map(each -> each.group(1) != null ? each.group(1) : each.group(2)).forEach(program ->
        check(clone.has(program.replaceFirst("^/opt/fanion/", "")), "Dockerfile: no program " + program));
  }
}
