/**
 * Technical glue that knows no feature: the clock, SQL, bodies and answers on disk, the settings
 * that make JSON strict.
 *
 * <p>A number is never rounded, cut or coerced on its way in, an unknown or repeated key never
 * vanishes, and a text that PostgreSQL or JSON cannot carry is refused at its place. These are
 * settings and two small classes here, so that no feature has to think of them again.
 *
 * <p>A client that is slow costs a connection and nothing else: {@link
 * org.gongkai.platform.BodyReceiver} receives a body as a {@link org.gongkai.platform.Spool} before
 * work begins, and {@link org.gongkai.platform.ConnectionDeadlines} closes what only stays open.
 *
 * <p>Others use, above all, {@code Sql}, {@code Parameters}, {@code Write}, {@code Digests}, {@code
 * Paging}, {@code Preconditions}, {@code AnswerSpace} with {@code Spill}, {@code StrictJson},
 * {@code CanonicalJson}, {@code WrittenText}, {@code Moments}, {@code StatementTimeout}, {@code
 * ReadOnlyMode}, {@code WriteGate}, {@code SnapshotCache}, {@code BackgroundThreads} and {@code
 * BackgroundWork}.
 */
@NullMarked
package org.gongkai.platform;

import org.jspecify.annotations.NullMarked;
