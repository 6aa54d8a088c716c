/**
 * A report and its revisions, and how they are filed.
 *
 * <p>A <em>report</em> is what one organ files for one year in one scope. Its content is never
 * overwritten: each correction is a new <em>revision</em>, kept to the letter with its digest, its
 * author, its time and what the rules said of it. A <em>receipt</em> proves that a revision was
 * submitted.
 *
 * <p>The room has five corners. <em>Intake</em>: {@code Submission}, {@code FilingContext}, {@code
 * Admissions}, {@code Filing}, {@code FilingBatches}, {@code FilingOrder}, {@code Intake} with
 * {@code PendingOrder}, {@code FilingResult}. <em>Judging</em>: {@code ReportChecks}, {@code
 * Assessment}, {@code Recheck}, {@code Remarks}. <em>Life</em>: {@code Report}, {@code Revision},
 * {@code ReportEvent}, {@code Transition}, {@code EventRecorder}, {@code ReportStore}.
 * <em>Counting</em>: {@code Basis} and {@code ReportSql} say which revision counts; {@code
 * FigureStore} keeps what each says, as {@code FigureRows}, and {@code CellSums} adds it up; {@code
 * Counted} is what sums hold of a report, {@code TallyChanges} what that changes by, {@code
 * DeltaStore} where it waits to be added, {@code Backlog} how much may wait. <em>Answering</em>:
 * {@code ReportViews}, {@code ReportView}, {@code ReportTag}, {@code ReportAnswers}. The addresses
 * of filing, reading, following the registry, and what is done to a report later have rooms of
 * their own.
 *
 * <p>Its life is a chain of <em>steps</em> from state to state (see {@link
 * org.gongkai.report.Transition}). Each writes an <em>event</em>, which says how the report stood
 * afterwards, so that what was so at an instant can be read again. A <em>remark</em> is what people
 * say of a finding: the organ explains it, the office waives a broken hard rule; it holds while the
 * figures that the finding is about stay, or, of blank cells, while no other cell of the table is
 * blank.
 *
 * <p>One transaction holds everything that a step changes: state, revision, event, receipt, the
 * figures that rollups add, the findings of the neighbouring year, and the audit. All steps of one
 * organ's reports wait for each other on the organ's row in the registry, so that no two of them
 * can pass each other unseen.
 *
 * <p>That transaction is shared by those who come at the same time ({@code FilingBatches}); in it
 * no organ stands twice, and each is refused or kept as if it were alone.
 *
 * <p>There is one way of filing, {@code Intake}, for the first time, corrections, nil reports and
 * drafts that are handed in. Five shapes walk along it: a submission; the filing context, which is
 * what there is already; the assessment; the report with its new revision, receipt and event, made
 * by {@code Report.file}; the result. Filings come in masses, so each look-up and each write takes
 * any number of reports; a single one is the shortest list. Hibernate reads reports; {@code
 * ReportStore} alone writes them, whatever becomes of them.
 *
 * <p>A draft always saves. A submission is refused where a hard rule is broken and not waived, and
 * nothing of it is kept. Figures are kept of every revision that was handed in: what is public goes
 * on being added up while a reopened report is worked on.
 *
 * <p>Others use, where they act on a report that is there, {@code ReportRepository}, {@code Report}
 * with {@code Revision}, {@code ReportEvent}, {@code ReportEventKind} and {@code ReportState},
 * {@code EventRecorder}, {@code Reason} and {@code ReportsChanged}; where they file, {@code
 * Admissions} with {@code FilingContext}, {@code Submission}, {@code Filing}, {@code FilingResult}
 * with {@code FilingState}, and {@code Backlog}; where they judge, {@code ReportChecks}, {@code
 * Assessment}, {@code Recheck} and {@code Editions}; where they answer, {@code ReportPath}, {@code
 * ReportAnswers}, {@code ReportView}, {@code FindingViews}, {@code ReportTag} and {@code
 * ReportProblems}; where they count, {@code Basis}, {@code ReportSql} and {@code CellSums}.
 */
@NullMarked
package org.gongkai.report;

import org.jspecify.annotations.NullMarked;
