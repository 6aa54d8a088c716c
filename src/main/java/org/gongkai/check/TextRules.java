package org.gongkai.check;

import java.util.List;
import org.gongkai.form.Content;

/** Rules of the text that a later room has, for parts that are read once for all of them. */
public interface TextRules {

  /** What they say of the text of a report. */
  List<Finding> find(Content content, List<NarrativeText> texts);
}
