import {
  commentBefore,
  nameOf,
  readSource,
  type Declared,
  type Node,
  type SourceFile,
} from './sourceTypes.js';

/** The part of JSON Schema that plain types need. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape;
  readonly description?: string;
}

/**
 * The types of a program's data as JSON Schema, read from its source: what a TypeScript type says of JSON, with the doc
 * comments as descriptions. What a schema can't say (a template, a condition) becomes the nearest wider shape.
 */
export class TypeShapes {
  /** Every type that something referred to, by its name. */
  readonly defs: Record<string, Shape> = {};
  readonly #files = new Map<string, SourceFile>();
  readonly #owners = new Map<string, string>();
  /** What stands for the parameters of the type that is being read. */
  #given: ReadonlyMap<string, Shape> = new Map();

  /** A type of a file, with all it refers to added to `defs`. */
  add(file: URL, name: string): Shape {
    return this.#refTo(this.#read(file), name);
  }

  #read(url: URL): SourceFile {
    const file = this.#files.get(url.href) ?? readSource(url);
    this.#files.set(url.href, file);
    return file;
  }

  #declared(file: SourceFile, name: string): Declared | undefined {
    const here = file.types.get(name);
    if (here) return here;
    const { name: there, from } = file.imports.get(name) ?? {};
    return there === undefined || from === undefined ? undefined : this.#declared(this.#read(from), there);
  }

  #refTo(file: SourceFile, name: string): Shape {
    const declared = this.#declared(file, name);
    if (!declared) return {};
    const own = nameOf(declared.node.id);
    const owner = `${declared.file.url.href}#${own}`;
    const before = this.#owners.get(own);
    if (before !== undefined && before !== owner) throw new Error(`two types are called ${own}`);
    if (before === undefined) {
      this.#owners.set(own, owner);
      const shape = this.#bodyOf(declared);
      this.defs[own] = withDescription(shape, declared.description);
    }
    return { $ref: `#/$defs/${own}` };
  }

  #bodyOf({ file, node }: Declared): Shape {
    if (node.type === 'TSTypeAliasDeclaration') return this.#of(file, node.typeAnnotation as Node);
    const own = this.#fields(file, (node.body as { body: readonly Node[] }).body);
    const above = (node.extends as readonly Node[]).map((one) =>
      this.#open(file, { ...one, typeName: one.expression, type: 'TSTypeReference' }),
    );
    return merged([...above, own]);
  }

  /** The shape itself where it is needed and not a reference to it. */
  #open(file: SourceFile, node: Node): Shape {
    const shape = this.#of(file, node);
    return shape.$ref === undefined ? shape : (this.defs[shape.$ref.replace('#/$defs/', '')] ?? {});
  }

  #of(file: SourceFile, node: Node): Shape {
    switch (node.type) {
      case 'TSStringKeyword':
      case 'TSTemplateLiteralType':
        return { type: 'string' };
      case 'TSNumberKeyword':
        return { type: 'number' };
      case 'TSBooleanKeyword':
        return { type: 'boolean' };
      case 'TSNullKeyword':
        return { type: 'null' };
      case 'TSLiteralType':
        return literalShape(node.literal as Node);
      case 'TSUnionType':
        return this.#union(file, node.types as readonly Node[]);
      case 'TSIntersectionType':
        return merged((node.types as readonly Node[]).map((one) => this.#open(file, one)));
      case 'TSParenthesizedType':
      case 'TSTypeOperator':
        return this.#of(file, node.typeAnnotation as Node);
      case 'TSArrayType':
        return { type: 'array', items: this.#of(file, node.elementType as Node) };
      case 'TSTypeLiteral':
        return this.#fields(file, node.members as readonly Node[]);
      case 'TSTypeReference':
        return this.#reference(file, node);
      case 'TSIndexedAccessType':
        return this.#member(file, node);
      default:
        return {};
    }
  }

  #union(file: SourceFile, nodes: readonly Node[]): Shape {
    const shapes = nodes
      .filter(({ type }) => type !== 'TSUndefinedKeyword')
      .map((node) => withDescription(this.#of(file, node), commentBefore(file, node.start)));
    const [only, ...more] = shapes;
    if (only && more.length === 0) return only;
    const values = shapes.flatMap(({ const: value }) => value ?? []);
    return values.length === shapes.length ? { enum: values } : { anyOf: shapes };
  }

  #fields(file: SourceFile, members: readonly Node[]): Shape {
    const properties: Record<string, Shape> = {};
    const required: string[] = [];
    for (const member of members) {
      if (member.type !== 'TSPropertySignature') continue;
      const name = nameOf(member.key);
      const { typeAnnotation } = member.typeAnnotation as { typeAnnotation: Node };
      properties[name] = withDescription(this.#of(file, typeAnnotation), commentBefore(file, member.start));
      if (member.optional !== true) required.push(name);
    }
    return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
  }

  #reference(file: SourceFile, node: Node): Shape {
    const name = nameOf(node.typeName);
    const { params } = (node.typeArguments ?? { params: [] }) as { readonly params: readonly Node[] };
    const [first, second] = params;
    if (!first) return this.#given.get(name) ?? this.#refTo(file, name);
    switch (name) {
      case 'Readonly':
        return this.#of(file, first);
      case 'Partial': {
        const { required: _, ...rest } = this.#open(file, first);
        return rest;
      }
      case 'Pick':
        return picked(this.#open(file, first), second ? this.#of(file, second) : {});
      case 'ReadonlyArray':
      case 'ReadonlySet':
        return { type: 'array', items: this.#of(file, first) };
      case 'Record':
        return this.#record(file, first, second);
      case 'Exclude': {
        const { enum: without, const: one } = second ? this.#open(file, second) : {};
        const left = (this.#open(file, first).enum ?? []).filter(
          (value) => value !== one && !without?.includes(value),
        );
        return { enum: left };
      }
      default:
        return this.#applied(file, name, params);
    }
  }

  /** A type of the code's own with others put in: `ByHalf<number>`. */
  #applied(file: SourceFile, name: string, given: readonly Node[]): Shape {
    const declared = this.#declared(file, name);
    if (declared?.node.type !== 'TSTypeAliasDeclaration') return {};
    const { params } = (declared.node.typeParameters ?? { params: [] }) as {
      readonly params: readonly Node[];
    };
    const before = this.#given;
    this.#given = new Map(
      params.flatMap((parameter, i) => {
        const node = given[i];
        return node ? [[nameOf(parameter.name), this.#of(file, node)] as const] : [];
      }),
    );
    const shape = this.#bodyOf(declared);
    this.#given = before;
    return shape;
  }

  #record(file: SourceFile, key: Node, value: Node | undefined): Shape {
    const names = this.#open(file, key).enum?.map(String);
    const each = value ? this.#of(file, value) : {};
    if (!names) return { type: 'object', additionalProperties: each };
    const properties = Object.fromEntries(names.map((name) => [name, each]));
    return { type: 'object', properties, required: names };
  }

  /** `Command['type']`: what a field of one or of each of several shapes may hold. */
  #member(file: SourceFile, node: Node): Shape {
    const index = node.indexType as Node;
    if (index.type !== 'TSLiteralType') return this.#list(file, node.objectType as Node);
    const field = literalShape(index.literal as Node).const;
    const whole = this.#open(file, node.objectType as Node);
    const found = (whole.anyOf ?? [whole]).flatMap((one) => one.properties?.[String(field)] ?? []);
    const values = found.flatMap(({ const: value }) => value ?? []);
    return values.length === found.length ? { enum: values } : (found[0] ?? {});
  }

  /** `(typeof words)[number]` */
  #list(file: SourceFile, node: Node): Shape {
    const query = node.type === 'TSParenthesizedType' ? (node.typeAnnotation as Node) : node;
    if (query.type !== 'TSTypeQuery') return {};
    const words = file.lists.get(nameOf(query.exprName));
    return words ? { enum: words } : {};
  }
}

function literalShape(literal: Node): Shape {
  const value = literal.value as string | number | boolean | undefined;
  return value === undefined ? { type: 'string' } : { const: value };
}

function picked({ properties = {}, required = [] }: Shape, { const: one, enum: names = [] }: Shape): Shape {
  const kept = (name: string) => name === one || names.includes(name);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => kept(name))),
    required: required.filter(kept),
  };
}

/** Of the fields of the same name the last one holds. */
function merged(shapes: readonly Shape[]): Shape {
  const required = [...new Set(shapes.flatMap((shape) => shape.required ?? []))];
  return {
    type: 'object',
    properties: Object.assign({}, ...shapes.map(({ properties }) => properties ?? {})) as Record<
      string,
      Shape
    >,
    ...(required.length > 0 ? { required } : {}),
  };
}

const withDescription = (shape: Shape, description: string | undefined): Shape =>
  description === undefined ? shape : { ...shape, description };
