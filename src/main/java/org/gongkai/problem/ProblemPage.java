package org.gongkai.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a page, for people whose browser went to an address of the API itself: what
 * happened, why, and what to do next. It needs no script, as what failed may be anything.
 */
@Provider
@Produces(MediaType.TEXT_HTML)
class ProblemPage implements MessageBodyWriter<ProblemView> {

  static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  private static final String STYLE = "<link rel=\"stylesheet\" href=\"/page/page.css\">";

  private static final Text NAME = new Text("公开", "Gongkai");
  private static final Text START = new Text("回到开始", "Back to the start");
  private static final Text SIGN_IN = new Text("登录", "Sign in");
  private static final Text SEARCH = new Text("查找地区或者机关", "Find a region or an organ");
  private static final Text KIND = new Text("这类问题的说明", "About problems of this kind");
  private static final Text NUMBER = new Text("编号 %s，请告诉管理员", "Number %s: tell the administrator");
  private static final Text CODE = new Text("代码 %s，HTTP %s", "Code %s, HTTP %s");
  private static final Text FOR_PROGRAMS =
      new Text(
          "这个地址是给程序用的，密钥要放在请求头里；在浏览器里，登录以后在页面上看同样的内容。",
          "This address is for programs, which send a key in a header. In a browser, sign in and see"
              + " the same on the page.");

  /**
   * Whether a browser has gone there. Browsers name XHTML beside HTML then, and nothing else does:
   * whoever asks for a document as HTML reads problems as JSON, as ever.
   */
  static boolean isWanted(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains("text/html")
        && accept.contains("application/xhtml+xml")
        && request.path() != null
        && request.path().startsWith("/api");
  }

  static String of(ProblemView problem, Language language) {
    StringBuilder page = new StringBuilder(2_000);
    page.append("<!doctype html>\n<html lang=\"")
        .append(language == Language.ZH ? "zh-Hans" : "en")
        .append("\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        .append(escaped(problem.title()))
        .append(" · ")
        .append(NAME.in(language))
        .append("</title>")
        .append(STYLE)
        .append(
            "</head>\n<body class=\"public\"><header class=\"top\"><a class=\"brand\" href=\"/\"><b>")
        .append(NAME.in(language))
        .append("</b></a></header>\n<main id=\"main\" class=\"page slim\"><h1>")
        .append(escaped(problem.title()))
        .append("</h1>");
    if (problem.detail() != null) {
      paragraph(page, "lead", escaped(problem.detail()));
    }
    violations(page, problem);
    if (problem.status() == ProblemType.UNAUTHENTICATED.status()) {
      paragraph(page, "says", FOR_PROGRAMS.in(language));
    }
    Object incident = problem.members().get("incident");
    if (incident != null) {
      paragraph(page, "says", escaped(NUMBER.in(language).formatted(incident)));
    }
    page.append("<p>").append(next(problem, language)).append("</p>");
    paragraph(
        page,
        "note",
        escaped(CODE.in(language).formatted(problem.code(), problem.status()))
            + " · "
            + link(problem.type(), KIND.in(language)));
    return page.append("</main></body></html>\n").toString();
  }

  private static void violations(StringBuilder page, ProblemView problem) {
    if (problem.violations().isEmpty()) {
      return;
    }
    page.append("<ul>");
    for (ProblemView.ViolationView one : problem.violations()) {
      page.append("<li>")
          .append(escaped(one.message()))
          .append(" <span class=\"note\">")
          .append(escaped(one.pointer()))
          .append("</span></li>");
    }
    page.append("</ul>");
  }

  private static String next(ProblemView problem, Language language) {
    String start = "<a class=\"button\" href=\"/\">" + START.in(language) + "</a>";
    if (problem.status() == ProblemType.UNAUTHENTICATED.status()) {
      return "<a class=\"button main\" href=\"/sign-in\">" + SIGN_IN.in(language) + "</a> " + start;
    }
    return problem.status() == ProblemType.NOT_FOUND.status()
        ? start + " " + link("/search", SEARCH.in(language))
        : start;
  }

  private static String link(String address, String words) {
    return "<a href=\"" + escaped(address) + "\">" + words + "</a>";
  }

  private static void paragraph(StringBuilder page, String look, String html) {
    page.append("<p class=\"").append(look).append("\">").append(html).append("</p>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return ProblemView.class.isAssignableFrom(type);
  }

  @Override
  public void writeTo(
      ProblemView problem,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(of(problem, spoken(headers)).getBytes(StandardCharsets.UTF_8));
  }

  /** The language that the answer says it has. */
  private static Language spoken(MultivaluedMap<String, Object> headers) {
    @Nullable Object tag = headers.getFirst(HttpHeaders.CONTENT_LANGUAGE);
    return tag != null && tag.toString().toLowerCase(Locale.ROOT).startsWith("en")
        ? Language.EN
        : Language.ZH;
  }
}
