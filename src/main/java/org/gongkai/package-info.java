/**
 * The way in and the commands; the rooms are the packages below.
 *
 * <p>Nothing here is used by a room. {@code ServiceCommand} says what there is to do, {@code
 * Gongkai} does it, and {@code Relaunch} begins the process again with options that it lacks.
 */
@NullMarked
package org.gongkai;

import org.jspecify.annotations.NullMarked;
