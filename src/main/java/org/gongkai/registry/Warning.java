package org.gongkai.registry;

import org.gongkai.problem.Text;

/** Something that is doubtful about an organ or a region, and is kept all the same. */
record Warning(String code, Text message) {}
