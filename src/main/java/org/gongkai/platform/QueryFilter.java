package org.gongkai.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Text;
import org.gongkai.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that the operation would not heed. The framework passes over an unknown
 * one, takes the first of several, and hands over an empty one as if it were absent: {@code
 * ?sate=draft} would list everything and {@code ?region=} answer for the whole nation. What a line
 * of a log must not hold has no place in a value either.
 */
class QueryFilter {

  /** An address has room for thousands; a client that sends so many reads no list of them. */
  private static final int MOST_TOLD = 20;

  private static final Text BLANK = new Text("参数值不能为空白。", "The value must not be blank.");

  private final Map<Method, QueryNames> known = new ConcurrentHashMap<>();

  @ServerRequestFilter
  void requireMeaning(ContainerRequestContext request, ResourceInfo resource) {
    Map<String, List<String>> query = request.getUriInfo().getQueryParameters();
    Method operation = resource.getResourceMethod();
    if (query.isEmpty() || operation == null) {
      return;
    }
    QueryNames names = known.computeIfAbsent(operation, QueryNames::of);
    List<Violation> violations = new ArrayList<>();
    query.forEach(
        (name, values) ->
            objection(names, name, values)
                .filter(why -> violations.size() < MOST_TOLD)
                .ifPresent(why -> violations.add(new Violation("?" + name, why))));
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private static Optional<Text> objection(QueryNames names, String name, List<String> values) {
    if (!names.has(name)) {
      return Optional.of(names.unknown(name));
    }
    if (values.size() > 1 && !names.isRepeatable(name)) {
      return Optional.of(new Text("只能给出一次。", "May be given once only."));
    }
    return values.stream().flatMap(value -> objection(value).stream()).findFirst();
  }

  private static Optional<Text> objection(@Nullable String value) {
    return value == null || value.isBlank()
        ? Optional.of(BLANK)
        : WrittenText.LINE.objectionTo(value);
  }
}
