/**
 * Technical glue that knows no feature: the embedded database, the clock, the settings that make
 * JSON strict.
 *
 * <p>A number is never rounded, cut or coerced on its way in, an unknown or repeated key never
 * vanishes, and a text that PostgreSQL or JSON cannot carry is refused at its place. These are
 * settings and two small classes here, so that no feature has to think of them again.
 */
package org.gongkai.platform;
