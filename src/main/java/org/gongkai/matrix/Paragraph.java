package org.gongkai.matrix;

/**
 * A paragraph as printed, without the line breaks of its layout where they can be told from its
 * own.
 *
 * @param text its text, never blank; signs as printed
 * @param heading whether the file marks it as a heading; most files do not
 */
public record Paragraph(String text, boolean heading, Place place) implements Block {}
