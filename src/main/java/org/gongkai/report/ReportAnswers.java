package org.gongkai.report;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.gongkai.platform.Preconditions;
import org.gongkai.problem.Language;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Shapes what became of a request into HTTP: status, Location, ETag. */
@Singleton
public class ReportAnswers {

  private static final Logger LOG = Logger.getLogger(ReportAnswers.class);

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final ReportViews views;

  ReportAnswers(ReportViews views) {
    this.views = views;
  }

  /** Of a filing or a step, in the language that the request at hand asks for. */
  public FilingBatches.Answer to(HttpHeaders headers) {
    Language language = Language.of(headers);
    return filed -> of(filed, language);
  }

  public Response of(FilingResult.Filed filingResult, HttpHeaders headers) {
    return of(filingResult, Language.of(headers));
  }

  private Response of(FilingResult.Filed filingResult, Language language) {
    // So that whatever is logged of the request from now on says of which report it is.
    MDC.put("report", Long.toString(filingResult.report().id()));
    LOG.debugf("Report %d: %s", filingResult.report().id(), filingResult.outcome());
    URI address = URI.create(ReportProblems.ADDRESS + filingResult.report().id());
    Response.ResponseBuilder answer =
        filingResult.outcome() == FilingResult.Outcome.CREATED
            ? Response.created(address)
            : Response.ok().location(address);
    return answer
        .header("ETag", ReportTag.of(filingResult.report(), language).toString())
        .header("Vary", "Accept-Language")
        .entity(views.of(filingResult, language))
        .build();
  }

  public Response of(ReportTag.Tagged<?> read, HttpHeaders headers) {
    Response.ResponseBuilder answer =
        Preconditions.isKnown(read.tag().toString(), headers)
            ? Response.notModified()
            : Response.ok(read.view());
    return answer
        .header("ETag", read.tag().toString())
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "private, no-cache")
        .build();
  }

  /** What was done to a report, with the tag that it has since. */
  public Response done(ReportTag.Tagged<?> done) {
    return Response.ok(done.view()).header("ETag", done.tag().toString()).build();
  }

  /** The id in a path; whatever is no id names nothing. */
  static long id(String path) {
    if (!ID.matcher(path).matches()) {
      throw ReportProblems.notFound();
    }
    return Long.parseLong(path);
  }

  public static int number(String path) {
    if (!NUMBER.matcher(path).matches()) {
      throw ReportProblems.notFound();
    }
    return Integer.parseInt(path);
  }
}
