/**
 * Files that are sent in: read, recognised, looked at, and taken over into a draft or a correction;
 * and what was published, held against what is stored.
 *
 * <p>An <em>import</em> is one file, or a zip of many. A file is read while its sender waits where
 * a place is free, and otherwise in the background by whichever instance leases it; in both cases
 * in a process that may end in the midst without taking the service along. What was recognised is
 * kept for a time, and nothing of it is filed until somebody <em>takes it over</em>. Of which organ
 * and year a file is, the registry <em>proposes</em>; two that it may be of are two proposals. A
 * <em>verification</em> says what a published page states otherwise than a revision.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.imports;

import org.jspecify.annotations.NullMarked;
