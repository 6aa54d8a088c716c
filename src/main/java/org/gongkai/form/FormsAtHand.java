package org.gongkai.form;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives the catalogue, and what reads by it, to whoever asks the container. It is read at the
 * start: a service with a contradictory form must not come up.
 */
final class FormsAtHand {

  private FormsAtHand() {}

  @Startup
  @Produces
  @Singleton
  static Forms forms(@ConfigProperty(name = "gongkai.forms.directory") Optional<Path> directory) {
    return directory.map(Forms::load).orElseGet(Forms::load);
  }

  @Produces
  @Singleton
  static ContentReader contentReader(Forms forms) {
    return new ContentReader(forms);
  }
}
