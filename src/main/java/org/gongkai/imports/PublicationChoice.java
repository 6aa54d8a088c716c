package org.gongkai.imports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.WireCode;
import org.gongkai.recognition.Certainty;
import org.gongkai.recognition.Recognised.FoundPublication;

/** Which of the numbers that the text states of publications go into the report. */
@Schema(
    name = "PublicationChoice",
    description = "Which numbers of publications in the text are taken over. / 采用文字中的哪些公开数量。")
public enum PublicationChoice implements WireCode {
  NONE,
  CERTAIN,
  ALL;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Writes those that are meant into a report, as {@code POST /reports} takes them. */
  void into(ObjectNode report, List<FoundPublication> found) {
    List<FoundPublication> meant = found.stream().filter(this::takes).toList();
    if (meant.isEmpty()) {
      return;
    }
    ObjectNode publications = report.putObject("publications");
    ArrayNode channels = publications.arrayNode();
    for (FoundPublication its : meant) {
      if (its.channel() == null && publications.has("total")) {
        continue; // a report states one
      }
      ObjectNode entry =
          its.channel() == null
              ? publications.putObject("total")
              : channels.addObject().put("channel", its.channel());
      entry.put("count", its.count()).put("unit", its.unit());
      if (its.approximate()) {
        entry.put("approximate", true);
      }
    }
    if (!channels.isEmpty()) {
      publications.set("channels", channels);
    }
  }

  private boolean takes(FoundPublication found) {
    return switch (this) {
      case NONE -> false;
      case CERTAIN -> found.certainty() == Certainty.SURE;
      case ALL -> true;
    };
  }
}
