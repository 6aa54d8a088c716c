/**
 * A text cut where findings are about its words.
 * exports: piecesOf(text, marks) → [{text, mark?}]   marks: [{at, words, …}]; what overlaps or does not stand there is left out
 */
export function piecesOf(text, marks) {
  const pieces = [];
  let end = 0;
  const standing = marks.filter(({ at, words }) => at !== undefined && words && text.startsWith(words, at)).sort((a, b) => a.at - b.at || b.words.length - a.words.length);
  for (const mark of standing) {
    if (mark.at < end) continue;
    if (mark.at > end) pieces.push({ text: text.slice(end, mark.at) });
    pieces.push({ text: mark.words, mark });
    end = mark.at + mark.words.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}
