/**
 * What is done to a report that is there: handed in, withdrawn, returned, accepted, published,
 * reopened, hidden, discarded; and on which day it was handed in before the service was new. Which
 * step leads from which state to which is said by {@link org.gongkai.report.Transition}.
 *
 * <p>Others use {@code ReportLifecycle}, when a finding is explained.
 */
@NullMarked
package org.gongkai.lifecycle;

import org.jspecify.annotations.NullMarked;
