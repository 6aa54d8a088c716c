/**
 * A report, its revisions and its life.
 *
 * <p>A <em>report</em> is what one organ files for one year in one scope. Its content is never
 * overwritten: each correction is a new <em>revision</em>, kept to the letter with its digest, its
 * author, its time and what the rules said of it. A <em>receipt</em> proves that a revision was
 * submitted.
 *
 * <p>One transaction holds everything that a filing changes: state, revision, receipt, the figures
 * that rollups add and the findings of the neighbouring year. Filings of one organ wait for each
 * other on the organ's row in the registry, so that no two of them can pass each other unseen.
 *
 * <p>A draft always saves. A submission is refused where a hard rule is broken, and nothing of it
 * is kept.
 */
package org.gongkai.report;
