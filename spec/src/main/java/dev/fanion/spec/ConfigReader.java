package dev.fanion.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the config of an entry: the file that the entry names, or what the entry derives from a base. */
final class ConfigReader {
  private final EntryTable table;
  private final Modules modules;

  ConfigReader(EntryTable table, Modules modules) {
    this.table = table;
    this.modules = modules;
  }

  /** The config of an entry of this module. */
  Config read(String module, Expectation expect) {
    if (table.has("base") && !table.has("config")) {
      return derive(file("base"), module, expect);
    }
    for (String key : List.of("base", "replace", "constants")) {
      if (table.has(key)) {
        throw table.error(key, key + " without a base, or beside a config",
            "write config = a file as it stands; or base = a file, with what is replaced in it");
      }
    }
    if (expect instanceof Expectation.Holds && table.has("property")) {
      throw table.error("property", "property without a base",
          "leave it out: an entry that holds checks all that its config lists");
    }
    return file("config");
  }

  private Config file(String key) {
    String file = table.text(key);
    Path tla = modules.folder();
    List<String> files = SpecFiles.names(tla, ".cfg");
    if (!files.contains(file)) {
      throw table.error(key, "no config " + file + " in " + tla, "write the config, or name one of " + String.join(", ", files));
    }
    return Config.read(tla, file);
  }

  private Config derive(Config base, String module, Expectation expect) {
    Map<String, String> operators = table.texts("replace", "\\w+", "{ Operator = \"ItsReplacement\" }");
    operators.forEach((target, operator) -> checkOperator(base, module, target, operator));
    Map<String, String> constants = table.texts("constants", ".*\\S.*", "{ Constant = 'its value' }");
    constants.keySet().forEach(constant -> checkConstant(base, constant));
    List<Config.Statement> replacements = new ArrayList<>();
    constants.forEach((constant, value) -> replacements.add(Config.Statement.constant(constant, value)));
    operators.forEach((target, operator) -> replacements.add(Config.Statement.operator(target, operator)));
    String title = "Entry " + table.text("name") + ", module " + module + ": derived from " + base.file() + ".";
    return base.with(replacements, claims(base, expect), title);
  }

  /** What an entry checks: the property that it names and nothing else; without one, what its base lists. */
  private List<Config.Statement> claims(Config base, Expectation expect) {
    if (expect instanceof Expectation.Fails fails) {
      return switch (fails.code()) {
        case 12 -> List.of(Config.Statement.invariant(fails.property()));
        case 13 -> List.of(Config.Statement.property(fails.property()));
        default -> List.of();
      };
    }
    return table.has("property") ? List.of(Config.Statement.property(table.text("property")))
        : base.statements().stream().filter(Config.Statement::isClaim).toList();
  }

  private void checkOperator(Config base, String module, String target, String operator) {
    if (Config.BEHAVIOUR.contains(target)) {
      if (base.statements().stream().noneMatch(each -> each.section().equals(target))) {
        throw table.error("replace", base.file() + " has no " + target, "replace what the base has, or name another base");
      }
    } else if (!modules.mentions(module, target)) {
      throw table.error("replace", "no " + target + " in " + module + " or in a module that it extends",
          "write what is replaced = what comes in its place");
    }
    if (!modules.mentions(module, operator)) {
      throw table.error("replace", "no " + operator + " in " + module + " or in a module that it extends",
          "define the operator, or correct its name");
    }
  }

  private void checkConstant(Config base, String constant) {
    List<String> known = base.statements().stream().filter(Config.Statement::isConstant).map(Config.Statement::target).toList();
    if (!known.contains(constant)) {
      throw table.error("constants", base.file() + " has no constant " + constant, "name one of " + String.join(", ", known));
    }
  }
}
