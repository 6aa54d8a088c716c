/**
 * Tries a rule file on stored reports before it comes into force.
 *
 * <p>A <em>rehearsal</em> judges every filed report of a region by the rules in force and by those
 * of a file that a caller sent, the <em>candidate</em>, both now, and stores the difference:
 * findings that are <em>appearing</em> or <em>disappearing</em>, and how many reports could no
 * longer be submitted. It changes neither reports nor their findings.
 *
 * <p>It runs in the background, batch by batch in the order of the reports' ids, on any free
 * instance. A batch locks its row and writes its progress together with its findings, so that the
 * next instance, also after {@code kill -9}, begins where the last batch ended.
 *
 * <p>Counts are complete; of the findings only the first of each rule are stored.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.rehearsal;

import org.jspecify.annotations.NullMarked;
