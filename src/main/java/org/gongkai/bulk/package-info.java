/**
 * Many reports in one request: each is filed, accepted, published or dated, or refused by itself.
 *
 * <p>The body is on disk before work begins; lines are read, admitted and judged ahead of the
 * transaction that writes them, some of which share one. It files as everybody does, by {@code
 * report.Filing}.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.bulk;

import org.jspecify.annotations.NullMarked;
