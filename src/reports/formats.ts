/** What a report is written as, by the word for it on the command line. */
export const formats = ['table', 'json', 'csv', 'md', 'html', 'xlsx'] as const;

export type Format = (typeof formats)[number];

/** JSON is made from the report, all else from the sheet. */
export type SheetFormat = Exclude<Format, 'json'>;

/** A file's ending and the format that it promises. */
const endings: Readonly<Record<string, Format>> = {
  txt: 'table',
  json: 'json',
  csv: 'csv',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xlsx: 'xlsx',
};

/** undefined where the ending says nothing. */
export const formatOfFile = (file: string): Format | undefined =>
  endings[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''];

/** Whether a terminal would show nothing but rubbish. */
export const isBinary = (format: Format): boolean => format === 'xlsx';
