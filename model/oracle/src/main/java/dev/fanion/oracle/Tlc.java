package dev.fanion.oracle;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tlc2.output.EC;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.util.Vect;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.LazyValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.SimpleFilenameToStream;
import util.ToolIO;
import util.UniqueString;

/** The bridge to TLC; one copy of this class, and of TLC, for each module. See {@link TlcLoader}. */
final class Tlc implements TlcSpec {
  private final FastTool tool;
  private final tlc2.tool.Action[] actions;
  private final List<Action> described = new ArrayList<>();
  private final Map<String, OpDefNode> operators = new LinkedHashMap<>();

  Tlc(Path folder, String module, Path config) {
    FP64.Init(0); // without it every state has the same fingerprint
    ToolIO.reset(); // forgets the messages of a parse before this one
    ToolIO.out = ToolIO.err = new PrintStream(OutputStream.nullOutputStream());
    ToolIO.setMode(ToolIO.TOOL); // keeps TLC's messages for said()
    SimpleFilenameToStream files = new SimpleFilenameToStream(new String[] {folder.toString(), config.getParent().toString()});
    try {
      tool = new FastTool(module, config.getFileName().toString().replaceFirst("\\.cfg$", ""), files);
      actions = tool.getActions();
    } catch (RuntimeException | Error e) {
      throw new SpecException("TLC cannot read module " + module + " in " + folder + ":\n" + said(e), e);
    }
    for (OpDefNode operator : tool.getRootModule().getOpDefs()) {
      operators.put(operator.getName().toString(), operator);
    }
    for (int i = 0; i < actions.length; i++) {
      described.add(describe(i, actions[i]));
    }
    checkConstants(module);
    checkAssumptions(module);
  }

  /** Refuses a constant that the module does not have, which TLC itself ignores. */
  private void checkConstants(String module) {
    Set<String> known = new HashSet<>(operators.keySet());
    for (OpDeclNode constant : tool.getRootModule().getConstantDecls()) {
      known.add(constant.getName().toString());
    }
    Vect<?> configured = tool.getModelConfig().getConstants();
    for (int i = 0; i < configured.size(); i++) {
      String name = ((Vect<?>) configured.elementAt(i)).elementAt(0).toString();
      if (!known.contains(name)) {
        throw new SpecException("the config gives a value to " + name + ", which module " + module + " does not have");
      }
    }
  }

  /** Checks the assumptions, which TLC itself does only when it searches. */
  private void checkAssumptions(String module) {
    if (tool.checkAssumptions() != EC.NO_ERROR) {
      throw new SpecException("with this config an assumption of module " + module + " does not hold:\n" + said());
    }
  }

  private static String said(Throwable e) {
    return said() + "  " + e.getMessage();
  }

  private static String said() {
    StringBuilder all = new StringBuilder();
    for (String line : ToolIO.getAllMessages()) {
      if (!line.startsWith("Parsing file") && !line.startsWith("Semantic processing")) {
        all.append("  ").append(line.strip().replace("\n", "\n  ")).append('\n');
      }
    }
    return all.toString();
  }

  private Action describe(int index, tlc2.tool.Action action) {
    OpDefNode operator = action.getOpDef();
    List<Object> arguments = new ArrayList<>();
    if (operator != null) {
      for (FormalParamNode parameter : operator.getParams()) {
        arguments.add(java(bound(action.con.lookup(parameter))));
      }
    }
    return new Action(index, action.getName().toString(), List.copyOf(arguments));
  }

  private Value bound(Object value) {
    return value instanceof LazyValue lazy
        ? (Value) tool.eval(lazy.expr, lazy.con, TLCState.Empty)
        : (Value) value;
  }

  @Override
  public List<Action> actions() {
    return described;
  }

  @Override
  public List<Object> initialStates() {
    try {
      return list(tool.getInitStates());
    } catch (RuntimeException e) {
      throw new SpecException("TLC cannot evaluate the initial states of module " + tool.getRootName() + ": " + said(e), e);
    }
  }

  @Override
  public List<Object> successors(int action, Object state) {
    try {
      return list(tool.getNextStates(actions[action], (TLCState) state));
    } catch (RuntimeException e) {
      throw new SpecException("TLC cannot evaluate " + described.get(action) + " in\n" + state + ": " + said(e), e);
    }
  }

  private static List<Object> list(StateVec states) {
    if (states.isEmpty()) {
      return List.of();
    }
    List<Object> all = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      states.elementAt(i).deepNormalize();
      all.add(states.elementAt(i));
    }
    return all;
  }

  @Override
  public long fingerprint(Object state) {
    return ((TLCState) state).fingerPrint();
  }

  @Override
  public Object value(Object state, String variable) {
    Object value = ((TLCState) state).lookup(UniqueString.uniqueStringOf(variable));
    if (value == null) {
      throw new SpecException("the spec has no variable " + variable);
    }
    return java((Value) value);
  }

  @Override
  public boolean defines(String operator) {
    return operators.containsKey(operator);
  }

  @Override
  public Object apply(Object state, String operator, List<?> arguments) {
    OpDefNode definition = operators.get(operator);
    if (definition == null || definition.getParams().length != arguments.size()) {
      throw new SpecException("the spec has no operator " + operator + " of " + arguments.size() + " parameters");
    }
    Context context = Context.Empty;
    for (int i = 0; i < arguments.size(); i++) {
      context = context.cons(definition.getParams()[i], tla(arguments.get(i)));
    }
    try {
      return java((Value) tool.eval(definition.getBody(), context, (TLCState) state));
    } catch (SpecException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SpecException("TLC cannot evaluate " + operator + " of " + arguments + " in\n" + state + ": " + said(e), e);
    }
  }

  private static Value tla(Object value) {
    if (value instanceof Boolean b) {
      return b ? BoolValue.ValTrue : BoolValue.ValFalse;
    }
    if (value instanceof Collection<?> elements) {
      return new SetEnumValue(elements.stream().map(Tlc::tla).toArray(Value[]::new), false);
    }
    return value instanceof Integer i ? IntValue.gen(i) : new StringValue((String) value);
  }

  private static Object java(Value value) {
    if (value instanceof StringValue s) {
      return s.val.toString();
    } else if (value instanceof BoolValue b) {
      return b.val;
    } else if (value instanceof IntValue i) {
      return i.val;
    } else if (value instanceof TupleValue t) {
      return Arrays.stream(t.elems).map(Tlc::java).toList();
    } else if (value.toSetEnum() instanceof SetEnumValue set) {
      LinkedHashSet<Object> elements = new LinkedHashSet<>();
      set.normalize();
      for (int i = 0; i < set.elems.size(); i++) {
        elements.add(java(set.elems.elementAt(i)));
      }
      return elements;
    } else if (value.toTuple() instanceof TupleValue t) {
      return java(t);
    } else if (value.toFcnRcd() instanceof FcnRcdValue f) {
      return function(f);
    }
    throw new SpecException("no Java form for the TLA+ value " + value);
  }

  private static Object function(FcnRcdValue f) {
    Value[] domain = f.getDomainAsValues();
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < domain.length; i++) {
      map.put(java(domain[i]), java(f.values[i]));
    }
    return map;
  }
}
