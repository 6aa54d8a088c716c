/**
 * Many files as one zip, so that they are one import. Nothing is compressed: Word and Excel files are zips already.
 * exports: zipOf([{name, blob}], onEach(how many are done)) → promise of a Blob
 */
const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

/** CRC-32 of a file, a piece at a time: a large file is never held whole. */
async function checksum(blob) {
  let crc = 0xffffffff;
  const reader = blob.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const byte of piece.value) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const NAMES_ARE_UTF8 = 0x0800;
const FIRST_DAY = 0x21; // 1 January 1980: when a file was written is nobody's affair

/** Numbers of two or four bytes, the lowest first. */
function record(size, fields) {
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return view.buffer;
}

export async function zipOf(files, onEach) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [i, { name, blob }] of files.entries()) {
    const written = new TextEncoder().encode(name);
    const crc = await checksum(blob);
    const common = [[2, NAMES_ARE_UTF8], [2, 0], [2, 0], [2, FIRST_DAY], [4, crc], [4, blob.size], [4, blob.size], [2, written.length], [2, 0]];
    parts.push(record(30, [[4, 0x04034b50], [2, 20], ...common]), written, blob);
    directory.push(record(46, [[4, 0x02014b50], [2, 20], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), written);
    offset += 30 + written.length + blob.size;
    onEach?.(i + 1);
  }
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0);
  const end = record(22, [[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]]);
  return new Blob([...parts, ...directory, end], { type: 'application/zip' });
}
