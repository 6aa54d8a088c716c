/**
 * What callers get wrong, as one closed catalogue.
 *
 * <p>Every refusal of the service is a {@link org.gongkai.problem.ProblemException} that names a
 * {@link org.gongkai.problem.ProblemType}, and leaves as {@code application/problem+json} (RFC
 * 9457): a stable code, a title and a detail in the caller's language, and either the {@linkplain
 * org.gongkai.problem.Violation violations} of the request, each with its JSON pointer, or members
 * of the problem's own. What a framework throws is translated to the same catalogue here, so that
 * no caller ever reads a class name, SQL or a stack trace. A browser that goes to an address of the
 * API itself gets the same as a page ({@code ProblemPage}).
 *
 * <p>What a <em>report</em> gets wrong is not a problem but a finding, a value of the package
 * {@code finding}: it must be possible to keep a report that has findings.
 *
 * <p>Others use {@code ProblemException} with {@code ProblemType} and {@code Violation}, {@code
 * ProblemView} and {@code LineProblems} where a problem is a part of an answer, {@code Text},
 * {@code Language}, {@code Nearest} and {@code WireCode}.
 */
@NullMarked
package org.gongkai.problem;

import org.jspecify.annotations.NullMarked;
