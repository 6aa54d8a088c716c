/**
 * What words mean and what they state together: plain Java, which knows neither forms nor reports.
 *
 * <p>A <em>concept</em> is what many words mean alike (收到, 接到, 受理). A <em>frame</em> says which
 * concepts together, in one clause, make a number one of something; a number belongs to the frame
 * that explains every concept of its clause, and to none where something is left over. Both are
 * data, in {@code forms/texts.yaml}.
 *
 * <p>Where no concepts are read, a {@code Phrase} is a pattern that is found fast.
 *
 * <p>How words, numbers and years may be written stands here, too: look-alike and traditional signs
 * ({@code Glyphs}, {@code Traditional}), {@code ChineseNumerals}, {@code WrittenYears}.
 *
 * <p>Others use these, {@code Concepts}, {@code Frame}, {@code FrameReader} and {@code Phrase}.
 */
@NullMarked
package org.gongkai.language;

import org.jspecify.annotations.NullMarked;
