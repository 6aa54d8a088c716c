package org.gongkai.rehearsal;

import java.util.Optional;
import org.gongkai.form.Content;

/**
 * A report as it is stored, read again.
 *
 * @param revision its newest one, whose content this is
 * @param previous what last year's report of the same organ and scope says
 */
record StoredReport(long id, int revision, Content content, Optional<Content> previous) {}
