import { settingTree, type SettingNode } from './settingTree.js';

/** Every setting that `settings.json` may hold, in the schema's order, with those within it after it. */
export function settingFields(): SettingNode[] {
  return fieldsIn(settingTree());
}

/** The same of those within one of them. */
export function fieldsIn({ parts, each, item }: SettingNode): SettingNode[] {
  return [
    ...[...parts.values()].flatMap((part) => [part, ...fieldsIn(part)]),
    ...(each ? fieldsIn(each) : []),
    ...(item ? fieldsIn(item) : []),
  ];
}
