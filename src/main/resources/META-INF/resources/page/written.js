/**
 * An amount as it was written: 12.30 is the number 12.3, but on paper, in a copy and when it is sent again it stays 12.30.
 * exports:
 *   written(text)     a number, or one that knows its text where the text says more
 *   isNumber(value)   whether it is either of them
 *   readJson(text)    parses, with amounts as they were written
 */
class Written extends Number {
  constructor(text) {
    super(text);
    this.text = text;
  }

  toString() {
    return this.text;
  }

  /** Where the browser cannot write it so, it goes out as the number that it is. */
  toJSON() {
    return JSON.rawJSON ? JSON.rawJSON(this.text) : Number(this.text);
  }
}

const ENDS_IN_ZERO = /^-?\d+\.\d*0$/;

export const written = (text) => (ENDS_IN_ZERO.test(text) ? new Written(text) : Number(text) + 0);

export const isNumber = (value) => typeof value === 'number' || value instanceof Number;

export function readJson(text) {
  // Asking for the text of every number takes several times as long as parsing.
  if (!/amount"?\s*:\s*-?\d+\.\d*0[,}\s]/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (key, value, context) => (typeof value === 'number' && key.endsWith('amount') && context?.source ? written(context.source) : value));
}
