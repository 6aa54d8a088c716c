/**
 * A text cut where findings are about its words.
 * exports: piecesOf(text, marks) → [{text, mark?, also?}]   marks: [{at, words, rank, …}]; what does not stand there is left out. Of two
 *   that overlap the graver (of lower rank) has the words, and the others are beside it in `also`.
 */
export function piecesOf(text, marks) {
  const standing = marks.filter(({ at, words }) => at !== undefined && words && text.startsWith(words, at));
  const taken = [];
  for (const mark of standing.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.at - b.at || b.words.length - a.words.length)) {
    const over = taken.find((one) => mark.at < one.mark.at + one.mark.words.length && one.mark.at < mark.at + mark.words.length);
    if (over) over.also.push(mark);
    else taken.push({ text: mark.words, mark, also: [] });
  }
  const pieces = [];
  let end = 0;
  for (const piece of taken.sort((a, b) => a.mark.at - b.mark.at)) {
    if (piece.mark.at > end) pieces.push({ text: text.slice(end, piece.mark.at) });
    pieces.push(piece);
    end = piece.mark.at + piece.text.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
