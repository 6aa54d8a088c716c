/**
 * The page: what a browser gets. Its modules are static files in {@code META-INF/resources/page};
 * here stands only what hands them out.
 *
 * <p>Nothing of it is used by others.
 */
@NullMarked
package org.gongkai.page;

import org.jspecify.annotations.NullMarked;
