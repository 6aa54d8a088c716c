package org.gongkai;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.gongkai.problem.Nearest;
import org.jboss.logging.Logger;

/**
 * Warns of settings that do nothing, since they are misspelt or of another version. The start is
 * not refused: the variables of an environment are not all ours. No value is told, which may be a
 * secret.
 */
@Singleton
class UnknownSettings {

  private static final Logger LOG = Logger.getLogger(UnknownSettings.class);

  private static final String PACKAGE = UnknownSettings.class.getPackageName() + ".";
  private static final String OURS = "gongkai.";
  private static final String OUR_VARIABLES = "GONGKAI_";

  /** What no mapping has: other settings refer to them, or they are read before one is. */
  static final Set<String> NOT_MAPPED =
      Set.of(
          "gongkai.database.statement-timeout",
          "gongkai.database.idle-in-transaction-timeout",
          "gongkai.embedded-directory",
          Relaunch.SWITCH);

  /**
   * Variables that are none of the service's: those of {@code deploy/database/roles.sh} and {@code
   * deploy/compose.yaml}, and what Kubernetes tells each container of services whose names begin
   * with ours.
   */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "GONGKAI_(OWNER|SERVICE|DATABASE|(OWNER|SERVICE|SUPERUSER)_PASSWORD"
              + "|(\\w+_)?(SERVICE_(HOST|PORT(_\\w+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)?))");

  private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]|_\\d+_$");

  private final Config config;
  private final BeanManager beans;

  UnknownSettings(Config config, BeanManager beans) {
    this.config = config;
    this.beans = beans;
  }

  void tell(@Observes StartupEvent start) {
    warnings(config.getConfigSources(), known()).forEach(LOG::warn);
  }

  Set<String> known() {
    return known(
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .flatMap(bean -> bean.getTypes().stream())
            .filter(Class.class::isInstance)
            .map(type -> (Class<?>) type));
  }

  /** The names of all settings of ours. */
  static Set<String> known(Stream<Class<?>> types) {
    Set<String> known =
        types
            .filter(UnknownSettings::isOurs)
            .map(ConfigClass::configClass)
            .flatMap(mapping -> mapping.getProperties().keySet().stream())
            .map(name -> INDEX.matcher(name).replaceAll(""))
            .collect(Collectors.toCollection(TreeSet::new));
    known.addAll(NOT_MAPPED);
    return known;
  }

  /** By its name first: to read the annotations of all beans would take a while. */
  private static boolean isOurs(Class<?> type) {
    return type.isInterface()
        && type.getName().startsWith(PACKAGE)
        && type.isAnnotationPresent(ConfigMapping.class);
  }

  /** One for each setting, by its name, that is none. */
  static Collection<String> warnings(Iterable<ConfigSource> sources, Set<String> known) {
    Set<String> variables =
        known.stream().map(UnknownSettings::variable).collect(Collectors.toSet());
    TreeMap<String, String> warnings = new TreeMap<>();
    for (ConfigSource source : sources) {
      // a source of variables also says what they would be as properties, which is a guess
      boolean environment = source instanceof EnvConfigSource;
      for (String given : source.getPropertyNames()) {
        String name = INDEX.matcher(PROFILE.matcher(given).replaceFirst("")).replaceAll("");
        if (environment
            ? name.startsWith(OUR_VARIABLES) && !OF_OTHERS.matcher(given).matches()
            : name.startsWith(OURS)) {
          Set<String> all = environment ? variables : known;
          if (!all.contains(name)) {
            warnings.put(name, warning(name, all));
          }
        }
      }
    }
    return warnings.values();
  }

  private static String warning(String name, Set<String> known) {
    return "There is no setting "
        + name
        + ", which does nothing"
        + Nearest.to(name, known).map(near -> "; the nearest one is " + near).orElse("");
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }
}
