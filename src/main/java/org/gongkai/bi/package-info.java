/**
 * What the SQL schema {@code bi} needs from the forms: the labels of cells, kept in step with the
 * forms in force. Its views are in {@code R__bi.sql}.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.bi;

import org.jspecify.annotations.NullMarked;
