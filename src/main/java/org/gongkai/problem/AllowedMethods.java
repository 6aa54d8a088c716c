package org.gongkai.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/**
 * Which methods an address takes: a 405 must say so (RFC 9110), and the framework's does not; nor
 * does it tell the answer to {@code OPTIONS}.
 */
final class AllowedMethods {

  private static final String NO_LITERAL = "\\{[^}]*}|/";

  private AllowedMethods() {}

  /** In the order of the alphabet; none where there is no such address. */
  static Set<String> of(ResteasyReactiveRequestContext request) {
    TreeMap<Integer, Set<String>> byLiterals = new TreeMap<>();
    for (RequestMapper.RequestPath<InitialMatch> type : request.getDeployment().getClassMappers()) {
      RequestMapper.RequestMatch<InitialMatch> match =
          mapper(type).map(request.getPathWithoutPrefix());
      if (match != null) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        for (ServerRestHandler handler : match.value.handlers) {
          if (handler instanceof ClassRoutingHandler routing) {
            collect(routing.getMappers(), rest, type.template.template, byLiterals);
          }
        }
      }
    }
    Set<String> methods = byLiterals.isEmpty() ? Set.of() : byLiterals.lastEntry().getValue();
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    return methods;
  }

  private static RequestMapper<InitialMatch> mapper(RequestMapper.RequestPath<InitialMatch> type) {
    return new RequestMapper<>(new ArrayList<>(List.of(type)));
  }

  /** By how much of the address is literal: {@code /reports/bulk} is no {@code /reports/{id}}. */
  private static void collect(
      Map<String, RequestMapper<RuntimeResource>> mappers,
      String rest,
      String type,
      Map<Integer, Set<String>> byLiterals) {
    mappers.forEach(
        (method, mapper) -> {
          RequestMapper.RequestMatch<RuntimeResource> match = mapper.map(rest);
          if (method != null && match != null) {
            int literals = (type + match.template.template).replaceAll(NO_LITERAL, "").length();
            byLiterals.computeIfAbsent(literals, l -> new TreeSet<>()).add(method);
          }
        });
  }
}
