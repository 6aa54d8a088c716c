package org.gongkai.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.access.PublicReading;
import org.gongkai.page.PageFiles.PageFile;
import org.gongkai.platform.Preconditions;

/**
 * Hands out the page: its files, and the one HTML file at every address that a browser asks for. At
 * the same addresses programs, which do not ask for HTML, get what they got before.
 *
 * <p>All of it is in memory once the first has asked for it, and nobody waits for anything, so it
 * comes before callers are looked up and counted.
 */
@Singleton
class PageRoutes {

  /** After the server's own checks of addresses, before {@code access.RequestIntake}. */
  private static final int BEFORE_CALLERS = -2;

  private static final String FILES = "/page/";
  private static final String PROBLEMS = "problems";
  private static final String ICON = "icon.svg";

  /** What a program finds at {@code /}, where a browser gets the page. */
  private static final Map<String, String> PLACES =
      new TreeMap<>(
          Map.of(
              "api", "/api/v1",
              "definition", "/q/openapi",
              "documentation", "/q/swagger-ui",
              "problems", "/problems"));

  /** Asked for by every page that names no picture of its own. */
  private static final String PICTURE = "/favicon.ico";

  /** The first parts of addresses at which there is no view. */
  private static final Set<String> NO_VIEWS = Set.of("api", "q", "page");

  /** The first parts of the addresses of views; {@code views.js} has the same. */
  static final Set<String> VIEWS =
      Set.of(
          "",
          "overview",
          "sign-in",
          "reports",
          "board",
          "findings",
          "filing",
          "organs",
          "search",
          "receipts",
          "reconciliation",
          "rehearsals",
          "imports",
          "compare",
          "keys",
          "register",
          "audit",
          "data",
          "about",
          PROBLEMS);

  private final Instance<PageFiles> files;
  private volatile boolean filesAreRead;
  private final byte[] settings;
  private final byte[] places;
  private final String policy;

  PageRoutes(
      Instance<PageFiles> files,
      PageSettings settings,
      PublicReading publicReading,
      ObjectMapper json)
      throws JsonProcessingException {
    this.files = files;
    SettingsView view = SettingsView.of(settings, publicReading.isOpen());
    this.settings = json.writeValueAsBytes(view);
    this.places = json.writeValueAsBytes(PLACES);
    this.policy = policy(view);
  }

  void install(@Observes Router router) {
    router.route().order(BEFORE_CALLERS).handler(this::read).handler(this::answer);
  }

  /** Nothing from anywhere else, nothing inline; the provider is asked for the token. */
  private static String policy(SettingsView view) {
    String provider = "";
    if (view.openId() != null) {
      URI token = URI.create(view.openId().tokenEndpoint());
      provider = " " + token.getScheme() + "://" + token.getRawAuthority();
    }
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        + " connect-src 'self'"
        + provider
        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  /** Has a worker read the files when the first browser comes, which takes a tenth of a second. */
  private void read(RoutingContext routing) {
    if (filesAreRead || !isForThePage(routing)) {
      routing.next();
      return;
    }
    routing
        .vertx()
        .executeBlocking(files::get)
        .onSuccess(
            read -> {
              filesAreRead = true;
              routing.next();
            })
        .onFailure(routing::fail);
  }

  private void answer(RoutingContext routing) {
    String path = routing.normalizedPath();
    if (!isForThePage(routing)) {
      if (isRead(routing) && path.equals("/")) {
        sendUntagged(routing, places);
        return;
      }
      if (isRead(routing) && viewOf(path).equals(PROBLEMS)) {
        routing.response().headers().add("Vary", "Accept");
      }
      routing.next();
    } else if (path.startsWith(FILES)) {
      file(routing, path.substring(FILES.length()));
    } else if (path.equals(PICTURE)) {
      file(routing, ICON);
    } else {
      String view = viewOf(path);
      send(routing, VIEWS.contains(view) ? 200 : 404, files.get().html(view), "no-cache");
    }
  }

  private static boolean isForThePage(RoutingContext routing) {
    String path = routing.normalizedPath();
    return isRead(routing)
        && (path.startsWith(FILES)
            || path.equals(PICTURE)
            || !NO_VIEWS.contains(viewOf(path)) && wantsHtml(routing));
  }

  private static boolean isRead(RoutingContext routing) {
    HttpMethod method = routing.request().method();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static String viewOf(String path) {
    String[] parts = path.split("/", 3);
    return parts.length > 1 ? parts[1] : "";
  }

  /** Browsers that open an address name HTML; programs take anything, or JSON. */
  private static boolean wantsHtml(RoutingContext routing) {
    String accept = routing.request().getHeader("Accept");
    return accept != null && accept.contains("text/html");
  }

  private void file(RoutingContext routing, String asked) {
    if (asked.equals("settings.json")) {
      sendUntagged(routing, settings);
      return;
    }
    String version = files.get().version();
    boolean versioned = asked.startsWith(version + "/");
    String name = versioned ? asked.substring(version.length() + 1) : asked;
    PageFile file = files.get().get(name);
    if (file == null) {
      routing.next();
    } else {
      send(routing, 200, file, versioned ? "max-age=31536000, immutable" : "no-cache");
    }
  }

  /** What is not of the files, for whose version the tag stands. */
  private void sendUntagged(RoutingContext routing, byte[] json) {
    setPolicy(routing, "no-cache");
    send(routing, 200, PageFile.small("application/json", json));
  }

  private void send(RoutingContext routing, int status, PageFile file, String caching) {
    String tag = "\"" + files.get().version() + (isSmall(routing, file) ? "-small" : "") + "\"";
    setPolicy(routing, caching);
    routing.response().headers().set("ETag", tag);
    String known = Preconditions.ifNoneMatch(routing.request());
    if (status == 200 && Preconditions.isKnown(tag, known)) {
      routing.response().setStatusCode(304).end();
    } else {
      send(routing, status, file);
    }
  }

  private void setPolicy(RoutingContext routing, String caching) {
    MultiMap headers = routing.response().headers();
    headers.set("Content-Security-Policy", policy);
    headers.set("Cache-Control", caching);
    headers.add("Vary", "Accept, Accept-Encoding");
  }

  private static void send(RoutingContext routing, int status, PageFile file) {
    boolean small = isSmall(routing, file);
    byte[] body = small ? file.gzipped() : file.plain();
    MultiMap headers = routing.response().setStatusCode(status).headers();
    headers.set("Content-Type", file.type());
    headers.set("Content-Encoding", small ? "gzip" : "identity");
    headers.set("Content-Length", Integer.toString(body.length));
    if (routing.request().method().equals(HttpMethod.HEAD)) {
      routing.response().end();
    } else {
      routing.response().end(Buffer.buffer(body));
    }
  }

  private static boolean isSmall(RoutingContext routing, PageFile file) {
    return takesGzip(routing) && file.gzipped().length < file.plain().length;
  }

  private static boolean takesGzip(RoutingContext routing) {
    String taken = routing.request().getHeader("Accept-Encoding");
    return taken != null && taken.contains("gzip");
  }
}
