/**
 * Reports and rollups as documents: the official form as Word, web page, PDF, Excel and CSV; the
 * district's own report; correction notices, explanation sheets and reminder letters; two reports
 * side by side.
 */
@NullMarked
package org.gongkai.document;

import org.jspecify.annotations.NullMarked;
