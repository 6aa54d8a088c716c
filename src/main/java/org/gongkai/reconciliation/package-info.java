/**
 * A government's own report against the rollup of its organs.
 *
 * <p>What follows from another difference is folded under its <em>cause</em> ({@code
 * DifferenceCauses}): one lost application is one piece of news, not six rows. It is information
 * and blocks nothing.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.reconciliation;

import org.jspecify.annotations.NullMarked;
