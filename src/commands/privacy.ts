import { renderMarkdown, renderText } from '../inventory/formats.js';
import type { Block } from '../inventory/page.js';
import { checkinKeys } from '../screens/checkin/keys.js';
import { keyNames } from '../screens/parts/bindings.js';
import { instructionVersion } from '../texts/instruction.js';
import { textsFor } from '../texts/texts.js';
import { languageOf, type Globals } from './globals.js';

export interface PrivacyOptions {
  readonly format?: 'table' | 'md' | 'json';
}

/** `beo privacy`: the data-protection instruction that a station shows at its first start. */
export function runPrivacy(options: PrivacyOptions & Globals): void {
  const { privacy, keys } = textsFor(languageOf(options));
  const { title, introduction } = privacy;
  const sections = privacy.sections({
    cover: keyNames(checkinKeys.blank, keys),
    undo: keyNames(checkinKeys.undo, keys),
  });
  const page: readonly Block[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'text', text: introduction },
    ...sections.flatMap((section): readonly Block[] => [
      { kind: 'heading', level: 2, text: section.title },
      { kind: 'list', items: section.lines },
    ]),
  ];
  const format = options.format ?? (options.json ? 'json' : 'table');
  const text = {
    json: () =>
      `${JSON.stringify({ version: instructionVersion, title, introduction, sections }, null, 2)}\n`,
    md: () => renderMarkdown(page),
    table: () => renderText(page, { ascii: options.ascii ?? false }),
  }[format]();
  process.stdout.write(text);
}
