package org.gongkai.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.rule.Rule;

/** What a rule decides by, by the keys of the form's file. */
final class RuleTerms {

  private RuleTerms() {}

  static Map<String, Object> of(Rule rule) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("relation", rule.relation().code());
    switch (rule) {
      case Rule.TwoSided sides -> {
        terms.put("section", sides.section());
        terms.put("each", sides.each().code());
        terms.put("rows", sides.rows());
        terms.put("left", sides.left());
        terms.put("right", sides.right());
        if (sides instanceof Rule.Years years) {
          terms.put("firstYear", years.firstYear());
        }
      }
      case Rule.Jump jump -> {
        terms.put("factor", jump.factor());
        terms.put("threshold", jump.threshold());
        terms.put("peers", jump.peers());
      }
      case Rule.Peers peers -> {
        terms.put("factor", peers.factor());
        terms.put("threshold", peers.threshold());
        terms.put("peers", peers.peers());
      }
      case Rule.Reserved reserved -> {
        terms.put("section", reserved.section());
        terms.put("rows", reserved.rows());
        terms.put("openTo", reserved.openTo());
      }
      case Rule.Likeness likeness -> {
        terms.put("share", likeness.share());
        terms.put("shortest", likeness.shortest());
      }
      case Rule.Filled filled -> terms.put("rows", filled.parts());
      case Rule.Plain plain -> {
        // its relation says it all
      }
    }
    return terms;
  }
}
