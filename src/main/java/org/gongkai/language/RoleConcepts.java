package org.gongkai.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What concepts are for ({@link ReportLanguage.Roles}), by their numbers. */
final class RoleConcepts {

  /** Words that are read by where they stand. */
  final CompiledGrammar grammar;

  final int none;

  /** What is not there: of cases the same as none, of information why it is not provided. */
  final int notExisting;

  final int zero;
  final int allOf;
  final int ofWhich;
  final int another;
  final int topic;
  final int otherThing;
  final int application;
  final int item;
  final int piece;
  final int channels;
  final int results;
  final ConceptSet things;
  final ConceptSet nouns;

  /** Things and nouns. */
  final ConceptSet counted;

  final ConceptSet acts;
  final ConceptSet weak;
  final ConceptSet idle;
  final ConceptSet about;
  final ConceptSet spread;
  final ConceptSet reached;
  final ConceptSet askers;
  final ConceptSet few;
  final ConceptSet accounts;
  final ConceptSet outcomes;
  final ConceptSet unmarked;
  final ConceptSet listed;
  final ConceptSet describing;
  final ConceptSet main;
  final ConceptSet caused;
  final ConceptSet when;
  final ConceptSet together;
  final ConceptSet sharing;

  /** What is said of channels that share a number, and their names. */
  final ConceptSet ofSharing;

  /** What can be said of applications beside what is done with them. */
  final ConceptSet ofApplications;

  /** What can stand for all channels of its kind: 新媒体. */
  final int newMedia;

  final int apply;
  final int several;

  /** Words for several ways, and for several channels together. */
  final ConceptSet severalWays;

  /** Channels that have others of their kind, of which they stand for all: 公示栏等形式. */
  final ConceptSet alone;

  final ConceptSet apart;
  final ConceptSet undergone;

  /** Nouns that stand for a channel of publication when channels are named together. */
  final ConceptSet channelNames;

  /** What a name in quotes can be the name of by its last word: “青溪县政府网站”. */
  final ConceptSet quotable;

  /** What an organ is named after: 信访局, 新闻办公室. */
  final ConceptSet namedAfter;

  final Set<String> totals;

  /** By thing, what is done with it. */
  private final Map<Integer, ConceptSet> described = new LinkedHashMap<>();

  /** All things that may be described. */
  private final ConceptSet canBeDescribed;

  RoleConcepts(ReportLanguage.Roles roles, Grammar grammar, Concepts concepts) {
    this.grammar = new CompiledGrammar(grammar);
    notExisting = concepts.number("notExisting");
    none = concepts.number(ReportLanguage.NONE);
    zero = concepts.number(ReportLanguage.ZERO);
    allOf = concepts.number(ReportLanguage.ALL_OF);
    ofWhich = concepts.number(ReportLanguage.OF_WHICH);
    another = concepts.number(ReportLanguage.ANOTHER);
    topic = concepts.number(ReportLanguage.TOPIC);
    otherThing = concepts.number(ReportLanguage.OTHER_THING);
    application = concepts.number(ReportLanguage.APPLICATION);
    item = concepts.number(ReportLanguage.ITEM);
    piece = concepts.number(ReportLanguage.PIECE);
    channels = concepts.number(ReportLanguage.CHANNELS);
    results = concepts.number(ReportLanguage.RESULTS);
    newMedia = concepts.number(ReportLanguage.NEW_MEDIA);
    apply = concepts.number(ReportLanguage.APPLY);
    several = concepts.number(ReportLanguage.SEVERAL);
    severalWays = ConceptSet.of(several).with(channels);
    things = concepts.set(roles.things());
    nouns = concepts.set(roles.nouns());
    counted = things.with(nouns);
    acts = concepts.set(roles.acts());
    weak = concepts.set(roles.weak());
    idle = concepts.set(roles.idle());
    about = concepts.set(roles.about());
    spread = concepts.set(roles.spread());
    reached = concepts.set(roles.reached());
    askers = concepts.set(roles.askers());
    few = concepts.set(roles.few());
    accounts = concepts.set(roles.accounts());
    outcomes = concepts.set(roles.outcomes());
    unmarked = concepts.set(roles.unmarked());
    listed = concepts.set(roles.listed());
    describing = concepts.set(roles.describing());
    main = concepts.set(roles.main());
    caused = concepts.set(roles.caused());
    when = concepts.set(roles.when());
    together = concepts.set(roles.together());
    sharing = concepts.set(roles.sharing());
    ofSharing = sharing.with(concepts.set(roles.published()));
    apart = concepts.set(roles.apart());
    undergone = concepts.set(roles.undergone());
    totals = roles.totals();
    roles
        .described()
        .forEach(
            (thing, done) -> {
              if (!done.isEmpty()) {
                described.put(concepts.number(thing), concepts.set(done));
              }
            });
    canBeDescribed = concepts.set(roles.described().keySet());
    alone = ConceptSet.of(concepts.number(ReportLanguage.BULLETIN_BOARD));
    ofApplications = askers.with(apart).with(allOf).with(application).with(apply);
    channelNames = nouns.without(canBeDescribed);
    quotable = accounts.with(main);
    namedAfter = ConceptSet.of(otherThing).with(piece);
  }

  /** What is done with a thing that may be described; nothing where it may not. */
  ConceptSet doneWith(int thing) {
    return canBeDescribed.has(thing)
        ? described.getOrDefault(thing, ConceptSet.NONE)
        : ConceptSet.NONE;
  }
}
