package org.gongkai.form;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the forms are. */
@ConfigMapping(prefix = "gongkai.forms")
interface FormSettings {

  /** A directory with form files of the operator's own; without it they are the package's. */
  Optional<Path> directory();
}
