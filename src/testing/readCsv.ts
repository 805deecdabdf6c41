/** A file's records and their fields, read as RFC 4180 has it and no other way; the byte order mark is left out. */
export function readCsv(content: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = content.startsWith('\uFEFF') ? 1 : 0;
  while (at < content.length) {
    let field = '';
    if (content[at] === '"') {
      for (at += 1; content[at] !== '"' || content[at + 1] === '"'; at += 1) {
        if (at >= content.length) throw new Error('A quoted field has no end.');
        if (content[at] === '"') at += 1;
        field += content[at];
      }
      at += 1;
    } else {
      for (; at < content.length && content[at] !== separator && content[at] !== '\r'; at += 1) {
        if (/["\n]/.test(content[at] ?? '')) throw new Error(`A field at ${at} should be quoted.`);
        field += content[at];
      }
    }
    record.push(field);
    if (content[at] === separator) {
      at += 1;
      continue;
    }
    if (content.slice(at, at + 2) !== '\r\n') throw new Error(`The record at ${at} does not end in CRLF.`);
    at += 2;
    records.push(record);
    record = [];
  }
  return records;
}
