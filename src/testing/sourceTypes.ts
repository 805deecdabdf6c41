import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/utils';

/** A node of the syntax tree; which fields it has depends on its type. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Declared {
  readonly file: SourceFile;
  readonly node: Node;
  readonly description: string | undefined;
}

export interface SourceFile {
  readonly url: URL;
  readonly text: string;
  readonly comments: readonly { readonly type: string; readonly value: string; readonly end: number }[];
  readonly types: ReadonlyMap<string, Declared>;
  /** Lists of words that types are made from. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Local name → where it comes from. */
  readonly imports: ReadonlyMap<string, { readonly name: string; readonly from: URL }>;
}

/** Reads the types that a file declares, and the names it has from others. */
export function readSource(url: URL): SourceFile {
  const text = readFileSync(url, 'utf8');
  const { program, comments, errors } = parseSync(fileURLToPath(url), text);
  if (errors.length > 0) throw new Error(`${url.pathname}: ${errors[0]?.message ?? ''}`);
  const types = new Map<string, Declared>();
  const imports = new Map<string, { name: string; from: URL }>();
  const lists = new Map<string, readonly string[]>();
  const file: SourceFile = { url, text, comments, types, lists, imports };
  for (const statement of program.body as unknown as readonly Node[]) {
    const inner = (statement.declaration as Node | null | undefined) ?? statement;
    if (inner.type === 'TSInterfaceDeclaration' || inner.type === 'TSTypeAliasDeclaration') {
      const description = commentBefore(file, statement.start);
      types.set(nameOf(inner.id), { file, node: inner, description });
    }
    if (inner.type === 'VariableDeclaration') for (const list of listsIn(inner)) lists.set(...list);
    if (statement.type === 'ImportDeclaration') {
      const source = (statement.source as { value: string }).value;
      if (!source.startsWith('.')) continue;
      const from = new URL(source.replace(/\.js$/, '.ts'), url);
      for (const one of statement.specifiers as readonly Node[]) {
        imports.set(nameOf(one.local), { name: nameOf(one.imported), from });
      }
    }
  }
  return file;
}

/** `const words = ['a', 'b'] as const` */
function listsIn(declaration: Node): [string, readonly string[]][] {
  return (declaration.declarations as readonly Node[]).flatMap(({ id, init }) => {
    const { expression } = (init ?? {}) as { readonly expression?: Node };
    if (expression?.type !== 'ArrayExpression') return [];
    const words = (expression.elements as readonly Node[]).flatMap(({ value }) =>
      typeof value === 'string' ? value : [],
    );
    return [[nameOf(id), words]];
  });
}

export function nameOf(node: unknown): string {
  const { name, value } = node as { readonly name?: string; readonly value?: string };
  return name ?? value ?? '';
}

/** The doc comment right before something. */
export function commentBefore({ text, comments }: SourceFile, start: number): string | undefined {
  const comment = comments.findLast(({ end }) => end <= start);
  if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return undefined;
  if (/[^\s|(]/.test(text.slice(comment.end, start))) return undefined;
  return comment.value
    .split('\n')
    .map((line) => line.replace(/^\s*\*+/, '').trim())
    .filter((line) => line !== '')
    .join(' ');
}
