package org.gongkai.form;

import org.gongkai.problem.Text;

/** A part of the form that is text. */
public record Part(String id, Text label) {}
