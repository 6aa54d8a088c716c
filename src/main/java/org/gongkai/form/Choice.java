package org.gongkai.form;

import org.gongkai.problem.Text;

/** A code of a closed list, such as a channel or a unit, with what people call it. */
public record Choice(String id, Text label) {}
