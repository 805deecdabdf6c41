import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { fullSite } from '../testing/wholeDay.js';
import { recallSettings, rememberSettings } from './checkedSettings.js';
import { exampleOfSettings } from './firstSettings.js';
import { checkSettings, type Settings } from './settings.js';

const text = '{"version":1}\n';

function full(): Settings {
  const checked = checkSettings({ version: 1, sites: { herford: fullSite() } });
  if (!('settings' in checked)) throw new Error(JSON.stringify(checked));
  return checked.settings;
}

test.each([
  ['the example', exampleOfSettings()],
  ['a full site', full()],
])('settings come back as they were checked: %s', async (_, settings) => {
  const store = temporaryFolder();
  await rememberSettings(store, text, settings, 'a');
  expect(await recallSettings(store, text, 'a')).toEqual(settings);
});

test('another text, another program and another file are checked anew', async () => {
  const store = temporaryFolder();
  const file = join(store, 'settings.checked.json');
  await rememberSettings(store, text, exampleOfSettings(), 'a');
  expect(await recallSettings(store, `${text} `, 'a')).toBeUndefined();
  expect(await recallSettings(store, text, 'b')).toBeUndefined();
  writeFileSync(file, readFileSync(file, 'utf8').replace('"alwaysOpen":true', '"alwaysOpen":false'));
  expect(await recallSettings(store, text, 'a')).toBeUndefined();
  await rememberSettings(store, text, exampleOfSettings(), 'a');
  expect(await recallSettings(store, text, 'a')).toEqual(exampleOfSettings());
});

test('a program that runs from its sources keeps nothing', async () => {
  const store = temporaryFolder();
  await rememberSettings(store, text, exampleOfSettings());
  expect(await recallSettings(store, text)).toBeUndefined();
  expect(await recallSettings(temporaryFolder(), text, 'a')).toBeUndefined();
});
