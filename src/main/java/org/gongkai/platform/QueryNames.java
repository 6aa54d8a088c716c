package org.gongkai.platform;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Text;

/** The query parameters of an operation, as its method declares them. */
final class QueryNames {

  /** By name, whether it may be given several times. */
  private final Map<String, Boolean> repeatable = new TreeMap<>();

  private QueryNames() {}

  static QueryNames of(Method operation) {
    QueryNames names = new QueryNames();
    for (Parameter parameter : operation.getParameters()) {
      names.add(parameter, parameter.getType());
    }
    names.addFields(operation.getDeclaringClass());
    return names;
  }

  private void add(AnnotatedElement declared, Class<?> type) {
    QueryParam query = declared.getAnnotation(QueryParam.class);
    if (query != null) {
      repeatable.put(query.value(), Collection.class.isAssignableFrom(type));
    }
    if (declared.isAnnotationPresent(BeanParam.class)) {
      addFields(type);
    }
  }

  private void addFields(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        add(field, field.getType());
      }
    }
  }

  boolean has(String name) {
    return repeatable.containsKey(name);
  }

  boolean isRepeatable(String name) {
    return repeatable.getOrDefault(name, false);
  }

  /** Says that the operation does not know a name, and which one was meant or there is. */
  Text unknown(String name) {
    if (repeatable.isEmpty()) {
      return new Text("此操作不接受查询参数。", "This operation takes no query parameters.");
    }
    Optional<String> meant = Nearest.to(name, repeatable.keySet());
    return meant.isPresent()
        ? new Text("没有这个参数；是否指 %s？", "There is no such parameter; %s may be meant.")
            .with(meant.get())
        : new Text("没有这个参数；可用的有：%s。", "There is no such parameter; there are: %s.")
            .with(String.join(", ", repeatable.keySet()));
  }
}
