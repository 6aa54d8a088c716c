package org.gongkai.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.finding.Finding;

/**
 * The findings of a text, however many the checks make: of one rule some of each part are kept, and
 * some of all parts together; the last one of them says how many more there were. Nobody reads
 * more, and a hostile text has fifty thousand.
 */
final class TextFindings {

  static final int MOST_OF_A_PART = 20;
  static final int MOST = 200;

  /** Places of all of them together; a finding that comes later is shown with a few of its own. */
  private static final int MOST_PLACES = 600;

  private static final int FEW_PLACES = 3;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Last> ofParts = new HashMap<>();
  private final Map<String, Last> ofRules = new HashMap<>();
  private int places;

  /** Where the last one stands, and how many there are before it. */
  private static final class Last {
    private int index;
    private int count;
    private int more;
  }

  void add(Finding finding) {
    Last ofPart = ofParts.computeIfAbsent(finding.id(), id -> new Last());
    Last ofRule = ofRules.computeIfAbsent(finding.rule(), rule -> new Last());
    if (ofPart.count >= MOST_OF_A_PART) {
      ofPart.more++;
    } else if (kept.size() >= MOST && ofRule.count > 0) {
      ofRule.more++;
    } else {
      keep(finding, ofPart, ofRule);
    }
  }

  private void keep(Finding finding, Last ofPart, Last ofRule) {
    int room = Math.max(FEW_PLACES, MOST_PLACES - places);
    Finding shown = finding.showing(room);
    places += shown.cells().size();
    for (Last last : List.of(ofPart, ofRule)) {
      last.index = kept.size();
      last.count++;
    }
    kept.add(shown);
  }

  void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  List<Finding> list() {
    List<Finding> all = new ArrayList<>(kept);
    for (Map<String, Last> lasts : List.of(ofParts, ofRules)) {
      for (Last last : lasts.values()) {
        if (last.more > 0) {
          all.set(last.index, all.get(last.index).andMore(last.more));
        }
      }
    }
    return all;
  }
}
