package org.gongkai.check;

import java.util.List;
import java.util.Set;

/**
 * Something that texts state numbers of, and the cells that must state the same.
 *
 * @param about one of these words must stand in the sentence
 * @param units that it is counted in
 * @param before what stands before the number
 * @param split what stands before and after a number in the middle of the words; or null
 * @param after what stands after the number, in place of what stands before; or null
 * @param except what must not follow the number; or null
 * @param nil what says that there is none; or null
 * @param cells what the number must be one of: each a list of cells to add up
 * @param certain whether a difference is a warning, else it is information
 * @param whole whether words of a part before the number make it another one
 * @param result whether the sentence must be about how applications were handled
 * @param leaf whether it is a leaf row of the results, which a heading may stand before
 * @param open whether the sentence must be about open government information
 * @param current whether it is a number of the day, not of the year
 * @param across whether what stands before reaches back over another number
 * @param bare whether the words name nothing that it is a number of, so that the sentence has to
 * @param aCase the case that the sentence must speak of last; or null
 */
record Subject(
    String id,
    List<String> about,
    Set<String> units,
    Phrase before,
    Split split,
    Phrase after,
    Phrase except,
    Phrase nil,
    List<List<String>> cells,
    boolean certain,
    boolean whole,
    boolean result,
    boolean leaf,
    boolean open,
    boolean current,
    boolean across,
    boolean bare,
    String aCase) {

  record Split(Phrase before, Phrase after) {}
}
