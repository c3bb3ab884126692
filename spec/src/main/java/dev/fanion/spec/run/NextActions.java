package dev.fanion.spec.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import tla2sany.semantic.ASTConstants;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;

/**
 * The names of the operators into which TLC splits a next-state relation. TLC goes through disjunctions, bounded existential
 * quantifiers and operators, down to the operator around a disjunct. A disjunct of the relation itself has no name.
 */
final class NextActions {
  private final Set<String> names = new TreeSet<>();
  private final Deque<String> path = new ArrayDeque<>();

  Set<String> of(Action next) {
    walk(unwrap(next.pred));
    return names;
  }

  /** The body of the relation, behind all operators that only name it. */
  private static SemanticNode unwrap(SemanticNode node) {
    SemanticNode inner = node;
    while (inner instanceof OpApplNode application && userDefined(application.getOperator())) {
      inner = ((OpDefNode) application.getOperator()).getBody();
    }
    return inner;
  }

  private static boolean userDefined(SymbolNode operator) {
    return operator instanceof OpDefNode definition && definition.getKind() == ASTConstants.UserDefinedOpKind;
  }

  private void walk(SemanticNode node) {
    if (node instanceof LetInNode let) {
      walk(let.getBody());
    } else if (node instanceof SubstInNode instance) {
      walk(instance.getBody());
    } else if (node instanceof OpApplNode application) {
      walk(application);
    } else {
      leaf();
    }
  }

  private void walk(OpApplNode application) {
    SymbolNode operator = application.getOperator();
    String name = operator.getName().toString();
    if (userDefined(operator)) {
      enter(name, (OpDefNode) operator);
    } else if (name.equals("\\lor") || name.equals("$DisjList") || name.equals("$BoundedExists")) {
      for (SemanticNode part : application.getArgs()) {
        walk(part);
      }
    } else {
      leaf();
    }
  }

  private void enter(String name, OpDefNode definition) {
    if (path.contains(name)) {
      leaf();
      return;
    }
    path.push(name);
    walk(definition.getBody());
    path.pop();
  }

  private void leaf() {
    if (!path.isEmpty()) {
      names.add(path.peek());
    }
  }
}
