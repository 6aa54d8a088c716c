/**
 * Files that are sent in: read, recognised, looked at, and taken over into a draft or a correction;
 * and what was published, held against what is stored.
 */
@NullMarked
package org.gongkai.imports;

import org.jspecify.annotations.NullMarked;
