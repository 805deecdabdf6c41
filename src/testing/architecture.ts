import { posix } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** Who may import what. A room is a folder of src/. */
export interface Architecture {
  /**
   * Each room and what it may import besides itself: other rooms, or a folder or file beside src/ (`data`).
   * Rooms that import each other in a circle are a finding even where each arrow is allowed.
   */
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  /** Rooms without clock, randomness and Node's own modules. */
  readonly pureRooms: readonly string[];
  /** Each npm package, and the rooms or files that may import it. */
  readonly packages: Readonly<Record<string, readonly string[]>>;
  /** Node's modules that reach out of the program, and the rooms that may import them. */
  readonly outsideWorld: { readonly modules: readonly string[]; readonly rooms: readonly string[] };
  /** A file, and packages so heavy that it must not load them before they are needed (with a dynamic import). */
  readonly lateLoaded: Readonly<Record<string, readonly string[]>>;
  /** A file has fewer lines than this. */
  readonly lineLimit: number;
}

/** Source text by path, `src/queue/day.ts`. */
export type SourceFiles = ReadonlyMap<string, string>;

interface Import {
  /** What stands between the quotes. */
  readonly specifier: string;
  /** The file, for a relative import; null for a package. */
  readonly target: string | null;
  /** `static` is loaded with the file, `dynamic` later, `type` never. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** The source without its comments. */
  readonly code: string;
}

/** What in these files breaks the rules, as `file: import (why)`. Tests and src/testing may import anything. */
export function findBreaches(sources: SourceFiles, architecture: Architecture): string[] {
  const files = [...sources].map(([path, source]) => readSource(path, source));
  const shipped = files.filter((file) => !isForTests(file));
  return [
    ...shipped.flatMap((file) => [
      ...file.imports.flatMap((imported) => breachesOfImport(file, imported, architecture)),
      ...breachesOfPurity(file, architecture),
      ...(file.room in architecture.rooms ? [] : [`${file.path}: (stands in no known room)`]),
      ...(file.lines < architecture.lineLimit ? [] : [`${file.path}: ${file.lines} lines (too long)`]),
    ]),
    ...files
      .filter((file) => file.hasDefaultExport)
      .map(({ path }) => `${path}: export default (exports have names)`),
    ...findCycles(shipped),
    ...findEarlyLoads(shipped, architecture),
  ];
}

function isForTests({ path, room }: SourceFile): boolean {
  return room === 'testing' || /\.test\.tsx?$/.test(path);
}

function breachesOfImport(
  { path, room }: SourceFile,
  imported: Import,
  architecture: Architecture,
): string[] {
  const { specifier, target } = imported;
  const because = (why: string) => [`${path}: ${specifier} (${why})`];

  if (target !== null) {
    const targetRoom = roomOf(target);
    const allowed = targetRoom === room || architecture.rooms[room]?.includes(targetRoom);
    return allowed ? [] : because(`${room} must not import ${targetRoom}`);
  }
  if (specifier.startsWith('node:')) {
    const { modules, rooms } = architecture.outsideWorld;
    if (architecture.pureRooms.includes(room)) return because(`${room} is pure`);
    const reachesOut = modules.includes(specifier.slice('node:'.length).split('/', 1)[0] ?? '');
    return reachesOut && !rooms.includes(room) ? because(`${room} must not reach out of the program`) : [];
  }
  const users = architecture.packages[packageOf(specifier)];
  if (users === undefined) return because('stands in no table of packages');
  return users.includes(room) || users.includes(path) ? [] : because(`${room} must not import this package`);
}

function breachesOfPurity({ path, room, code }: SourceFile, { pureRooms }: Architecture): string[] {
  if (!pureRooms.includes(room)) return [];
  const clocksAndDice =
    /\bDate\.now\b|\bnew (?:TZ)?Date(?:\(\s*\)|(?!\w|\s*\())|\bMath\.random\b|\brandomUUID\b|\bperformance\.now\b|\bhrtime\b/g;
  return [...code.matchAll(clocksAndDice)].map(([found]) => `${path}: ${found} (${room} is pure)`);
}

/** Names the imports that make rooms depend on each other in a circle. */
function findCycles(files: readonly SourceFile[]): string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to } of crossings(files)) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
  return crossings(files)
    .filter(({ from, to }) => reachableFrom(to, (room) => arrows.get(room) ?? []).has(from))
    .map(({ from, to, path, specifier }) => `${path}: ${specifier} (${from} and ${to} depend on each other)`);
}

function crossings(files: readonly SourceFile[]) {
  return files.flatMap(({ path, room, imports }) =>
    imports.flatMap(({ specifier, target }) => {
      const to = target === null ? room : roomOf(target);
      return to === room ? [] : [{ from: room, to, path, specifier }];
    }),
  );
}

/** Follows what a file loads at once, and names where that reaches a package that was to be loaded late. */
function findEarlyLoads(files: readonly SourceFile[], { lateLoaded }: Architecture): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const loadedBy = (path: string) => byPath.get(path)?.imports.filter(({ kind }) => kind === 'static') ?? [];
  const filesLoadedBy = (path: string) =>
    loadedBy(path).flatMap(({ target }) => (target === null ? [] : (sourceOf(target, byPath) ?? [])));

  return Object.entries(lateLoaded).flatMap(([start, late]) =>
    [...reachableFrom(start, filesLoadedBy)].flatMap((path) =>
      loadedBy(path)
        .filter(({ specifier, target }) => target === null && late.includes(packageOf(specifier)))
        .map(({ specifier }) => `${path}: ${specifier} (loaded at once by ${start})`),
    ),
  );
}

function reachableFrom(start: string, next: (from: string) => Iterable<string>): Set<string> {
  const reached = new Set([start]);
  // A set visits what is added to it on the way.
  for (const from of reached) {
    for (const to of next(from)) reached.add(to);
  }
  return reached;
}

function readSource(path: string, source: string): SourceFile {
  const { module, comments, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} can't be parsed: ${errors[0]?.message}`);

  let code = source;
  for (const { start, end } of comments) {
    code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end);
  }
  const exports = module.staticExports.flatMap(({ entries }) => entries);
  const statements = [
    ...module.staticImports.map(({ moduleRequest, start }) => ({
      specifier: moduleRequest.value,
      isType: /^import\s+type\b/.test(code.slice(start)),
    })),
    ...exports.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isType }],
    ),
  ];
  // import('…'): an expression that loads, or the type of something elsewhere. Both are arrows.
  const calls = [...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
  return {
    path,
    room: roomOf(path),
    lines: source.trimEnd().split('\n').length,
    hasDefaultExport: exports.some(({ exportName }) => exportName.kind === 'Default'),
    imports: [
      ...statements.map(({ specifier, isType }) => importFrom(path, specifier, isType ? 'type' : 'static')),
      ...calls.map((specifier) => importFrom(path, specifier, 'dynamic')),
    ],
    code,
  };
}

function importFrom(path: string, specifier: string, kind: Import['kind']): Import {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
  return { specifier, target, kind };
}

/** The folder in src/; beside src/, the topmost folder or the file. */
function roomOf(path: string): string {
  const [top = '', room = ''] = path.split('/');
  return top === 'src' ? room : top;
}

/** `lowdb/node` belongs to `lowdb`, `@date-fns/tz/format` to `@date-fns/tz`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The TypeScript file behind an import that ends in `.js`. */
function sourceOf(target: string, files: ReadonlyMap<string, SourceFile>): string | undefined {
  return [target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx')].find((path) => files.has(path));
}
