package org.gongkai.contract;

import io.quarkus.smallrye.openapi.runtime.OpenApiConfigHelper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The contract in both formats, made when somebody first asks for it. The library would make it at
 * each start, a sixth of what a start takes, and few of those who start a service read it.
 *
 * <p>It stands in the place of the library's own. What that does at the start cannot be left out,
 * but it does nothing where it finds no contract that the build has left.
 */
@Alternative
@Priority(1)
@Singleton
class ServedContract extends OpenApiDocumentService {

  /** What the build leaves, after all filters. */
  static final String WRITTEN = "META-INF/quarkus-generated-openapi-doc.JSON";

  /** Before the library's route, which answers; it waits for nothing. */
  private static final int BEFORE_ANSWERING = -1;

  private record Bytes(byte[] json, byte[] yaml) {}

  private final Config settings;
  private volatile @Nullable Bytes made;

  ServedContract(Config settings) {
    this.settings = settings;
  }

  @PostConstruct
  void hideFromTheLibrary() {
    OpenApiConstants.classLoader = new URLClassLoader(new URL[0], null);
  }

  /** Has a worker make it, which takes some tenths of a second. */
  void install(@Observes Router router) {
    router.route("/q/openapi*").order(BEFORE_ANSWERING).handler(this::make);
  }

  private void make(RoutingContext routing) {
    if (made != null) {
      routing.next();
      return;
    }
    routing
        .vertx()
        .executeBlocking(this::bytes)
        .onSuccess(bytes -> routing.next())
        .onFailure(routing::fail);
  }

  @Override
  public byte[] getDocument(String name, Format format) {
    Bytes bytes = bytes();
    return format == Format.JSON ? bytes.json : bytes.yaml;
  }

  private Bytes bytes() {
    Bytes known = made;
    return known == null ? makeOnce() : known;
  }

  private synchronized Bytes makeOnce() {
    Bytes known = made;
    if (known == null) {
      SmallRyeOpenAPI contract =
          SmallRyeOpenAPI.builder()
              .withConfig(
                  OpenApiConfigHelper.wrap(settings, OpenApiConstants.DEFAULT_DOCUMENT_NAME))
              .enableModelReader(false)
              .enableStandardStaticFiles(false)
              .enableAnnotationScan(false)
              .enableStandardFilter(false)
              .withCustomStaticFile(ServedContract::written)
              .build();
      known = new Bytes(utf8(contract.toJSON()), utf8(contract.toYAML()));
      made = known;
    }
    return known;
  }

  private static InputStream written() {
    return Objects.requireNonNull(
        ServedContract.class.getClassLoader().getResourceAsStream(WRITTEN), WRITTEN);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
