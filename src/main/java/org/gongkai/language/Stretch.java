package org.gongkai.language;

import java.util.List;
import org.gongkai.language.Concepts.Token;

/**
 * Words that say something together.
 *
 * @param said their concepts
 * @param unexplained how many signs among them no word explains
 * @param named whether a name in quotes stands among them
 * @param continues whether an enumeration leads to the first of them: 美篇、微信
 * @param narrowed whether words were left out that only describe what they are about
 */
record Stretch(
    List<Token> tokens,
    ConceptSet said,
    int end,
    int unexplained,
    boolean named,
    boolean continues,
    boolean narrowed) {

  Stretch(
      List<Token> tokens,
      int end,
      int unexplained,
      boolean named,
      boolean continues,
      boolean narrowed) {
    this(tokens, ConceptSet.of(tokens), end, unexplained, named, continues, narrowed);
  }

  /** The same with other words: what stands among and around them is left. */
  Stretch with(List<Token> others) {
    return new Stretch(others, end, unexplained, named, continues, narrowed);
  }
}
