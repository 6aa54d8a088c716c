/**
 * The addresses at which reports are filed: a report by its id or by its organ and year, a nil
 * report, and one that is only tried. What filing does stands in {@code report}.
 *
 * <p>Others use {@code OrganReportPath}, which reads such an address.
 */
@NullMarked
package org.gongkai.filing;

import org.jspecify.annotations.NullMarked;
