/**
 * Due dates of the reports of a year.
 *
 * <p>The law has a date (article 49 of the regulation), a region may set earlier ones for all below
 * it, and of all these the earliest is in force. An <em>extension</em> gives one organ more time;
 * an <em>exemption</em> frees it, so that no report is expected. Nobody can be late with a year
 * that is not over ({@link org.gongkai.calendar.ReportYears}). Days are those of Asia/Shanghai.
 *
 * <p>Statements of other rooms ask for dates by {@link org.gongkai.calendar.CalendarSql}.
 *
 * <p>Others use {@code ReportYears}, {@code CalendarSql} and the event {@code ExemptionsChanged}.
 */
@NullMarked
package org.gongkai.calendar;

import org.jspecify.annotations.NullMarked;
