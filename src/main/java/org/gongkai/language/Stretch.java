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
    return with(others, 0);
  }

  /** The same with other words, which leave so many signs fewer unexplained. */
  Stretch with(List<Token> others, int explained) {
    return new Stretch(others, end, unexplained - explained, named, continues, narrowed);
  }

  /** The same of something that words describe which were left out, so that it can be a part. */
  Stretch ofDescribed() {
    return new Stretch(tokens, said, end, unexplained, named, continues, true);
  }

  /** The same, whatever enumeration leads to it. */
  Stretch asFirst() {
    return new Stretch(tokens, said, end, unexplained, named, false, narrowed);
  }
}
