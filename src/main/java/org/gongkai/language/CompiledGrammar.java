package org.gongkai.language;

import java.util.List;

/** A {@link Grammar} as sentences are held against it. */
final class CompiledGrammar {

  final SignSet andOfTwo;

  final SignSet and;
  final SignSet andOr;
  final SignSet andSoOn;
  final List<String> lists;
  final String newMedia;
  final List<String> columns;
  final SignSet organs;
  final List<String> opened;
  final List<String> general;
  final List<String> nameEnds;
  final SignSet netNames;
  final SignSet places;
  final Grammar.Means means;
  final SignSet meansSigns;
  final SignSet lead;
  final List<String> allKinds;
  final List<String> bare;
  final List<String> beforeNumbers;
  final List<String> occasions;
  final List<String> kindsOfAll;
  final List<String> business;

  CompiledGrammar(Grammar written) {
    andOfTwo = SignSet.of(written.andOfTwo());
    and = SignSet.of(written.and());
    andOr = SignSet.of(written.and() + written.or());
    andSoOn = SignSet.of(written.andSoOn());
    lists = List.copyOf(written.lists());
    newMedia = written.newMedia();
    columns = List.copyOf(written.columns().names());
    organs = SignSet.of(written.columns().organs());
    opened = List.copyOf(written.columns().opened());
    general = List.copyOf(written.columns().general());
    nameEnds = List.copyOf(written.names().ends());
    netNames = SignSet.of(written.names().net());
    places = SignSet.of(written.names().places());
    means = written.means();
    meansSigns = SignSet.of(means.signs());
    lead = SignSet.of(written.kinds().lead());
    allKinds = List.copyOf(written.kinds().all());
    bare = List.copyOf(written.kinds().bare());
    kindsOfAll = List.copyOf(written.kinds().every());
    business = List.copyOf(written.kinds().business());
    beforeNumbers = List.copyOf(written.kinds().numbers());
    occasions = List.copyOf(written.occasions());
  }
}
