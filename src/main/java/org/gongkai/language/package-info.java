/**
 * What words mean and what they state together: plain Java, which knows neither forms nor reports.
 *
 * <p>A <em>concept</em> is what many words mean alike (收到, 接到, 受理). A <em>frame</em> says which
 * concepts together, in one clause, make a number one of something; a number belongs to the frame
 * that explains every concept of its clause, and to none where something is left over. Both are
 * data, in {@code forms/texts.yaml}.
 *
 * <p>A sentence is read in one pass of a {@code Dictionary}; from then on concepts are numbers, and
 * what is said is a set of bits ({@code ConceptSet}). A set of a frame is looked at where its
 * rarest concept is named.
 *
 * <p>A sentence is {@code Clauses}: its {@code SentenceWords} by where they stand, its {@code
 * Marks}, and which of its signs nothing explains ({@code Explained}). What a clause leaves to
 * others is {@code Ellipsis}; whether a sentence tells of a part only, {@code Narrowing}. The words
 * of a number are {@code WordsOfNumber}, shortened where many only describe one thing.
 *
 * <p>Where no concepts are read, a {@code Phrase} is a pattern that is found fast, and a {@code
 * SignSet} is some signs.
 *
 * <p>How words, numbers and years may be written stands here, too: look-alike and traditional signs
 * ({@code Glyphs}, {@code Traditional}), {@code ChineseNumerals}, {@code WrittenYears}.
 *
 * <p>A {@code FrameReader} says which frame a number belongs to, its {@code ChannelsOfNumber} and
 * {@code KindsOfNumber} what else a sentence tells of one.
 *
 * <p>Others use {@code Concepts}, {@code Frame}, {@code FrameReader}, {@code Phrase}, {@code
 * SignSet}, {@code Span}, {@code Glyphs} and {@code WrittenYears}.
 */
@NullMarked
package org.gongkai.language;

import org.jspecify.annotations.NullMarked;
