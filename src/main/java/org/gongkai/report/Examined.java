package org.gongkai.report;

import java.util.List;
import org.gongkai.check.Finding;

/**
 * A report that was sent in, with what the rules say of it alone: as much as is known without
 * asking the database.
 */
record Examined(Submitted submitted, List<Finding> own) {}
