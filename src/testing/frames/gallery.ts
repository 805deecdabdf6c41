import type { ScreenOptions } from '../screen.js';
import type { Scene } from './scene.js';
import { deskScenes } from './scenes/desk.js';
import { displayScenes } from './scenes/display.js';
import { leadScenes, menuScene } from './scenes/lead.js';
import { receptionScenes } from './scenes/reception.js';

/** Scenes of one screen under their heading in the index. */
interface Chapter {
  readonly title: string;
  readonly scenes: readonly Scene[];
}

export const chapters: readonly Chapter[] = [
  { title: 'Menu', scenes: [menuScene] },
  { title: 'Check-in at the reception', scenes: receptionScenes },
  { title: 'Desk', scenes: deskScenes },
  { title: 'Statistics', scenes: leadScenes },
  { title: 'Display in the waiting area', scenes: displayScenes },
];

/** One file of `docs/screens` without its ending: a scene on a certain terminal. */
export interface Picture {
  readonly file: string;
  readonly scene: Scene;
  /** Words for the link to it. */
  readonly label: string;
  readonly options: Required<Pick<ScreenOptions, 'columns' | 'rows' | 'language'>> & ScreenOptions;
}

const small = { columns: 80, rows: 24 } as const;
const large = { columns: 200, rows: 60, language: 'de' } as const;
const german = { ...small, language: 'de' } as const;

/** Of every scene. */
const ordinary = (scene: Scene): readonly Picture[] => [
  { file: `${scene.name}.de`, scene, label: 'Deutsch', options: german },
  { file: `${scene.name}.en`, scene, label: 'English', options: { ...small, language: 'en' } },
];

/** Of some scenes: other terminals. */
const others: Readonly<Record<string, readonly (readonly [string, Picture['options']])[]>> = {
  'checkin-route': [['200×60', large]],
  'desk-called': [
    ['200×60', large],
    ['high contrast', { ...german, highContrast: true }],
    ['ASCII', { ...german, ascii: true }],
    ['screen reader', { ...german, screenReader: true }],
  ],
  'statistics-now': [
    ['120×40', { ...german, columns: 120, rows: 40 }],
    ['200×60', large],
  ],
  'display-one': [
    ['40×12', { ...german, columns: 40, rows: 12 }],
    ['ASCII', { ...german, ascii: true }],
  ],
  'display-several': [['200×60', large]],
};

/** The pictures of a scene, the German one on 80 × 24 first. */
export const picturesOf = (scene: Scene): readonly Picture[] => [
  ...ordinary(scene),
  ...(others[scene.name] ?? []).map(([label, options]) => ({
    file: `${scene.name}.${label.toLowerCase().replace('×', 'x').replace(' ', '-')}`,
    scene,
    label,
    options,
  })),
];

/** The index of `docs/screens`. */
export const galleryPage = (): string =>
  [
    '# The screens of beo',
    '',
    'What people see at work, on a made-up Monday in the example office. The pictures are made by running the program, and a',
    'test holds them to it (`src/screens/gallery.test.ts`). Each is there as a picture and as plain text, in German and in',
    'English, on a terminal of 80 columns and 24 rows, some on others too.',
    '',
    ...chapters.flatMap(({ title, scenes }) => [`## ${title}`, '', ...scenes.flatMap(entryOf)]),
  ].join('\n');

function entryOf(scene: Scene): readonly string[] {
  const pictures = picturesOf(scene);
  const [first] = pictures;
  const links = pictures.map(({ label, file }) => `${label}: [picture](${file}.svg), [text](${file}.txt)`);
  return [scene.about, '', `![${scene.about}](${first?.file}.svg)`, '', links.join(' · '), ''];
}
