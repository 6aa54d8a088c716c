package org.gongkai.journey;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Makes it cheap to ask for a value of an answer. REST Assured has Groovy compile a class for each
 * path, every time anew, which takes longer than the service does for the answer. Here a path of
 * members and places is walked, and every other one compiled once.
 */
public final class AnswerPaths {

  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_]\\w*)|\\[(-?\\d{1,6})]");
  private static final Pattern PLAIN = Pattern.compile("(\\w+)((?:" + STEP.pattern() + ")*)");

  /** What Groovy may take for something else than a member. */
  private static final Set<String> AMBIGUOUS =
      Set.of("class", "metaClass", "properties", "empty", "first", "last");

  private static final int MOST_SCRIPTS = 2_000;
  private static final Map<String, Class<?>> SCRIPTS = new ConcurrentHashMap<>();

  private AnswerPaths() {}

  /** From now on, in this class loader; again it changes nothing. */
  public static synchronized void cheap() {
    if (!(GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class)
        instanceof CheapShells)) {
      GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, new CheapShells());
    }
  }

  /** By which Groovy's own code, as REST Assured's is, makes a shell. */
  private static final class CheapShells extends DelegatingMetaClass {

    CheapShells() {
      super(GroovyShell.class);
    }

    @Override
    public Object invokeConstructor(Object[] arguments) {
      return arguments.length == 1 && arguments[0] instanceof Binding binding
          ? new CheapShell(binding)
          : super.invokeConstructor(arguments);
    }
  }

  /** One that evaluates texts as all do, but sooner. */
  public static final class CheapShell extends GroovyShell {

    CheapShell(Binding binding) {
      super(binding);
    }

    @Override
    public Object evaluate(String text) {
      return AnswerPaths.evaluate(text, getContext());
    }
  }

  static Object evaluate(String text, Binding binding) {
    Optional<Value> walked = walked(text, binding);
    return walked.isPresent() ? walked.get().orNull() : run(text, binding);
  }

  private record Value(Object orNull) {}

  /** Nothing where only Groovy knows. */
  private static Optional<Value> walked(String text, Binding binding) {
    Matcher plain = PLAIN.matcher(text);
    if (!plain.matches() || !binding.hasVariable(plain.group(1))) {
      return Optional.empty();
    }
    Optional<Value> value = Optional.of(new Value(binding.getVariable(plain.group(1))));
    Matcher step = STEP.matcher(plain.group(2));
    while (value.isPresent() && step.find()) {
      Object of = value.get().orNull();
      value =
          step.group(1) == null
              ? at(of, Integer.parseInt(step.group(2)))
              : member(of, step.group(1));
    }
    return value;
  }

  private static Optional<Value> at(Object of, int index) {
    if (!(of instanceof List<?> list)) {
      return Optional.empty();
    }
    int from = index < 0 ? list.size() + index : index;
    if (from < 0) {
      return Optional.empty();
    }
    return Optional.of(new Value(from < list.size() ? list.get(from) : null));
  }

  /** Of a list, those of all that are in it. */
  private static Optional<Value> member(Object of, String name) {
    if (AMBIGUOUS.contains(name)) {
      return Optional.empty();
    }
    if (of instanceof Map<?, ?> map) {
      return Optional.of(new Value(map.get(name)));
    }
    if (!(of instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Object> all = new ArrayList<>();
    for (Object one : list) {
      if (one != null) {
        Optional<Value> value = member(one, name);
        if (value.isEmpty()) {
          return value;
        }
        all.add(value.get().orNull());
      }
    }
    return Optional.of(new Value(all));
  }

  private static Object run(String text, Binding binding) {
    Class<?> script = SCRIPTS.get(text);
    if (script == null) {
      script = new GroovyShell().parse(text).getClass();
      if (SCRIPTS.size() < MOST_SCRIPTS) {
        SCRIPTS.put(text, script);
      }
    }
    return InvokerHelper.createScript(script.asSubclass(Script.class), binding).run();
  }
}
