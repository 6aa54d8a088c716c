/**
 * What is said in the contract of all operations and schemas, whatever they are about: parts of
 * addresses, conditions, pages, examples, which members are there and which may be null, and the
 * shape that generators of clients need. It is written at the build, by filters of OpenAPI, and
 * read when somebody first asks for it.
 *
 * <p>What is said of one thing only, a filter in the room of that thing says ({@code …Contract}
 * there).
 *
 * <p>Nothing of it is used by others; the build finds it.
 */
@NullMarked
package org.gongkai.contract;

import org.jspecify.annotations.NullMarked;
