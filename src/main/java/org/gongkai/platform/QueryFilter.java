package org.gongkai.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.Violation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses blank query parameters. The framework hands over an empty one as if it were absent, so
 * that {@code ?region=} would answer for the whole nation.
 */
class QueryFilter {

  @ServerRequestFilter
  void requireMeaning(ContainerRequestContext request) {
    List<Violation> violations = new ArrayList<>();
    for (Map.Entry<String, List<String>> parameter :
        request.getUriInfo().getQueryParameters().entrySet()) {
      for (String value : parameter.getValue()) {
        if (value == null || value.isBlank() || !StorableText.isStorable(value)) {
          violations.add(
              Violation.at(
                  "?" + parameter.getKey(),
                  "参数值不能为空白，不能含有 U+0000。",
                  "The value must not be blank nor hold U+0000."));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }
}
