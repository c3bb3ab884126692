package dev.fanion.pages;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The packages, classes and members that the Java files of a clone declare. A class is known by its simple name. */
final class JavaNames {
  private final Map<String, List<Declared>> types = new HashMap<>();
  private final Map<String, Set<String>> typesOfFile = new HashMap<>();
  private final Set<String> members = new HashSet<>();
  private final Set<String> packages = new HashSet<>();

  /** One class: what it declares, and the simple names of what it extends and implements. */
  private record Declared(String qualified, Set<String> members, Collection<String> parents) {}

  JavaNames(Clone clone) {
    List<JavaFileObject> sources = new ArrayList<>();
    clone.files("java").forEach(file -> sources.add(new Source(file, clone.text(file))));
    try {
      JavacTask parser = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, problem -> {}, null, null, sources);
      parser.parse().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasType(String simpleName) {
    return types.containsKey(simpleName);
  }

  /** Whether any class declares a method, field or constant of this name. */
  boolean hasMember(String name) {
    return members.contains(name);
  }

  /** Whether a class of this simple name has the member or nested class, perhaps from a class that it extends. */
  boolean hasMember(String type, String name) {
    return name.equals(type) || types.getOrDefault(type, List.of()).stream().anyMatch(declared ->
        declared.members().contains(name) || declared.parents().stream().anyMatch(parent -> inherits(parent, name)));
  }

  /** Whether one of the classes in a file has this member. */
  boolean fileHasMember(String file, String name) {
    return typesOfFile.getOrDefault(file, Set.of()).stream().anyMatch(type -> hasMember(type, name));
  }

  /** Whether a name with dots is a package, a class, or a member of one, of this clone. */
  boolean knows(String dotted) {
    if (packages.contains(dotted)) {
      return true;
    }
    String[] parts = dotted.split("\\.");
    int first = 0;
    while (first < parts.length - 1 && Character.isLowerCase(parts[first].charAt(0))) {
      first++;
    }
    String prefix = String.join(".", List.of(parts).subList(0, first));
    String type = parts[first];
    boolean known = types.getOrDefault(type, List.of()).stream()
        .anyMatch(each -> prefix.isEmpty() || each.qualified().equals(prefix + "." + type));
    for (int i = first + 1; known && i < parts.length; i++) {
      known = hasMember(parts[i - 1], parts[i]);
    }
    return known;
  }

  private boolean inherits(String parent, String name) {
    return types.containsKey(parent) ? hasMember(parent, name) : Jdk.mayHaveMember(parent, name);
  }

  private void add(CompilationUnitTree unit) {
    String packageName = String.valueOf(unit.getPackageName());
    packages.add(packageName);
    String file = unit.getSourceFile().toUri().getPath().substring(1);
    new TreeScanner<Void, String>() {
      @Override
      public Void visitClass(ClassTree tree, String outer) {
        String name = tree.getSimpleName().toString();
        if (!name.isEmpty()) {
          declare(file, outer + "." + name, tree);
        }
        return super.visitClass(tree, outer + "." + name);
      }
    }.scan(unit, packageName);
  }

  private void declare(String file, String qualified, ClassTree tree) {
    Set<String> names = new HashSet<>();
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method) {
        names.add(method.getName().toString());
      } else if (member instanceof VariableTree field) {
        names.add(field.getName().toString());
      } else if (member instanceof ClassTree nested) {
        names.add(nested.getSimpleName().toString());
      }
    }
    String name = tree.getSimpleName().toString();
    types.computeIfAbsent(name, key -> new ArrayList<>()).add(new Declared(qualified, names, parents(tree)));
    typesOfFile.computeIfAbsent(file, key -> new HashSet<>()).add(name);
    members.addAll(names);
  }

  private static Collection<String> parents(ClassTree tree) {
    Stream<Tree> explicit = Stream.concat(Stream.ofNullable(tree.getExtendsClause()), tree.getImplementsClause().stream());
    Stream<String> implied = Stream.of("Object", tree.getKind() == Tree.Kind.ENUM ? "Enum" : "Object");
    Stream<String> names = explicit.map(parent -> parent.toString().replaceFirst("<(?s:.*)", "").replaceFirst(".*\\.", ""));
    return Stream.concat(names, implied).toList();
  }

  /** A file's text, for the compiler's parser. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(URI.create("clone:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
