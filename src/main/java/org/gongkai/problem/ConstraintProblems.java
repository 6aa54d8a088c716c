package org.gongkai.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;

/** Bean Validation's violations as ours. The first two path nodes are method and parameter. */
final class ConstraintProblems {

  private ConstraintProblems() {}

  static ProblemException of(ConstraintViolationException invalid) {
    List<Violation> violations =
        invalid.getConstraintViolations().stream()
            .map(v -> Violation.at(pointer(v.getPropertyPath()), v.getMessage(), v.getMessage()))
            .sorted(Comparator.comparing(Violation::pointer))
            .toList();
    return violations.isEmpty()
        ? ProblemException.of(ProblemType.INVALID_REQUEST)
        : ProblemException.invalid(violations);
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      switch (node.getKind()) {
        case PROPERTY -> {
          if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
          }
          pointer.append('/').append(node.getName());
        }
        case PARAMETER -> {
          pointer.setLength(0);
          pointer.append('?').append(node.getName());
        }
        default -> {
          // method names are ours
        }
      }
    }
    int body = pointer.indexOf("/");
    return body > 0 ? pointer.substring(body) : pointer.toString();
  }
}
