/**
 * Trying a rule file over the reports that are there, before it is switched on.
 *
 * <p>A <em>rehearsal</em> holds every handed-in report of a region against the rules in force and
 * against those of a file that somebody sent, the <em>candidate</em>, both now, and keeps what
 * differs: findings that are <em>appearing</em> or <em>disappearing</em>, and how many reports
 * could no longer be submitted. It changes nothing: neither reports nor their findings know of it.
 *
 * <p>It runs in the background, batch by batch in the order of the reports' ids, on whatever
 * instance is free. Its row is held for a batch; how far it has come is written with what was
 * found, so that whoever goes on, also after {@code kill -9}, begins where the last batch ended.
 *
 * <p>Counts are complete; of the findings themselves the first ones of each rule are kept.
 */
package org.gongkai.rehearsal;
