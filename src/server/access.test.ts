import { readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MovableClock } from '../testing/movableClock.js';
import { RawStation } from '../testing/rawStation.js';
import { until } from '../testing/staffedServer.js';
import { exampleSite, queued, startedServer, Station, writeSettings } from '../testing/startedServer.js';
import { temporaryFolder } from '../testing/temporaryFolder.js';
import { admittedWith, connectedWith, tokenFor } from '../testing/tokens.js';
import { accessFile, addToken, findToken, readAccess, revokeToken } from './access.js';
import { backUp } from './backup.js';
import { restore } from './restore.js';
import { readServerPlace } from './store.js';
import { verifyStore } from './verify.js';

const scope = { role: 'desk', site: 'herford', place: '1' } as const;
const times = { now: 1, expiresAt: 2 };

describe('the tokens of a store', () => {
  test('are kept as hashes only, for the owner alone', async () => {
    const store = temporaryFolder();
    const { text, stored } = await addToken(store, scope, times);
    expect(text).toMatch(/^beo_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    const content = readFileSync(accessFile(store), 'utf8');
    expect(content).not.toContain(text.split('_').slice(2).join('_'));
    expect(JSON.parse(content)).toEqual({ version: 1, tokens: [stored] });
    expect(stored).toMatchObject({ ...scope, createdAt: 1, expiresAt: 2, revokedAt: null });
    if (process.platform !== 'win32') expect(statSync(accessFile(store)).mode & 0o777).toBe(0o600);
  });

  test('are found by the whole text and by nothing else', async () => {
    const store = temporaryFolder();
    const { text, stored } = await addToken(store, scope, times);
    const other = await addToken(store, scope, times);
    const access = await readAccess(store);
    expect(findToken(access, text)).toEqual(stored);
    const swapped = `${other.text.slice(0, 17)}${text.slice(17)}`;
    const wrong = [
      '',
      'beo_',
      swapped,
      text.slice(0, -1),
      `${text} `,
      text.toUpperCase(),
      text.replace('beo_', 'BEO_'),
      `${text.slice(0, 17)}${text.slice(17).normalize('NFD')}\u0301`,
      text.replace('b', '\u0432'),
      `${text}\0`,
      `${text}\n${text}`,
      text + text.slice(17),
      text.slice(17),
      'x'.repeat(1_000_000),
      `beo___proto___${text.slice(17)}`,
      stored.hash,
      `beo_${stored.id}_${stored.hash}`,
      `beo_${stored.id}_${'A'.repeat(43)}`,
      `beo_000000000000_${text.slice(17)}`,
    ];
    for (const guess of wrong) expect([guess, findToken(access, guess)]).toEqual([guess, undefined]);
  });

  test('are all kept when several are made and revoked at once', async () => {
    const store = temporaryFolder();
    const made = await Promise.all(Array.from({ length: 8 }, () => addToken(store, scope, times)));
    const ids = made.map(({ stored }) => stored.id);
    await Promise.all(ids.slice(0, 4).map((id) => revokeToken(store, id, 7)));
    const { tokens } = await readAccess(store);
    expect(tokens.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(tokens.filter(({ revokedAt }) => revokedAt === 7).map(({ id }) => id)).toHaveLength(4);
    expect(await revokeToken(store, ids[0] ?? '', 9)).toMatchObject({ revokedAt: 7 });
    expect(await revokeToken(store, 'ffffffffffff', 9)).toBeUndefined();
  });

  test.each([
    ['no JSON', '{'],
    ['another shape', '{"version":1,"tokens":[{"id":"x"}]}'],
    ['another version', '{"version":2,"tokens":[]}'],
  ])('stop a start when the file is %s', async (_, content) => {
    const store = temporaryFolder();
    writeFileSync(accessFile(store), content);
    await expect(startedServer({ store })).rejects.toMatchObject({
      name: 'UnreadableFile',
      file: accessFile(store),
    });
  });
});

describe('a server with tokens', () => {
  async function guarded(clock = new MovableClock('2015-06-08T08:00:00+02:00')) {
    const store = temporaryFolder();
    const desk = await tokenFor(store, 'desk', '1');
    const lead = await tokenFor(store, 'lead');
    const sites = { herford: exampleSite(), buende: exampleSite() };
    return { store, desk, lead, clock, server: await startedServer({ store, sites, clock }) };
  }

  test('lets nobody in without one, on its own machine neither, and tells them nothing of its sites', async () => {
    const { server } = await guarded();
    for (const role of ['reception', 'desk', 'lead', 'display'] as const) {
      expect(await admittedWith(server, { role, site: 'elsewhere' }, undefined)).toEqual({
        name: 'tokenMissing',
      });
    }
    expect(server.logged).toContainEqual({
      event: 'accessRefused',
      fields: { reason: 'tokenMissing', role: 'lead' },
    });
  });

  test('holds a token to its role, site and place, and fills in what a hello leaves out', async () => {
    const { server, desk, lead } = await guarded();
    const { text } = desk;
    const forAnother = { name: 'tokenForAnother', role: 'desk', site: 'herford', place: '1' };
    expect(await admittedWith(server, { role: 'desk' }, text)).toBe('joined');
    expect(await admittedWith(server, { role: 'desk', site: 'herford', place: '1' }, text)).toBe('joined');
    expect(await admittedWith(server, { role: 'desk', place: '2' }, text)).toEqual(forAnother);
    expect(await admittedWith(server, { role: 'desk', site: 'buende' }, text)).toEqual(forAnother);
    for (const role of ['reception', 'lead', 'display'] as const) {
      expect(await admittedWith(server, { role }, text)).toEqual(forAnother);
    }
    expect(await admittedWith(server, { role: 'lead' }, lead.text)).toBe('joined');
    expect(await admittedWith(server, { role: 'lead', site: 'buende' }, lead.text)).toEqual({
      name: 'tokenForAnother',
      role: 'lead',
      site: 'herford',
    });
    const station = await connectedWith(server, { role: 'desk' }, { token: text });
    expect(await station.ask({ type: 'openDesk', desk: '2' })).toMatchObject({
      rejection: { name: 'notYourDesk' },
    });
    expect(await station.ask({ type: 'openDesk', desk: '1' })).toMatchObject({ ok: true });
  });

  test('knows no other tokens, not the hash of one, nor one of another store', async () => {
    const { server, desk } = await guarded();
    const elsewhere = await tokenFor(temporaryFolder(), 'desk', '1');
    for (const token of [elsewhere.text, desk.stored.hash, `beo_${desk.stored.id}_${'x'.repeat(43)}`]) {
      expect(await admittedWith(server, { role: 'desk', place: '1' }, token)).toEqual({
        name: 'tokenUnknown',
      });
    }
    expect(JSON.stringify(server.logged)).not.toContain(elsewhere.text);
    expect(JSON.stringify(server.logged)).not.toContain(desk.stored.hash);
  });

  test('takes a token that was made since at once, and ends the connections of one that was revoked', async () => {
    const { server, store } = await guarded();
    const { text, stored } = await tokenFor(store, 'desk', '2');
    const station = await connectedWith(server, { role: 'desk' }, { token: text }, true);
    const other = await tokenFor(store, 'reception', 'E1');
    const stays = await connectedWith(server, { role: 'reception' }, { token: other.text }, true);
    expect([station.view.phase, stays.view.phase]).toEqual(['joined', 'joined']);
    await revokeToken(store, stored.id, server.clock.now());
    await until(station, () => station.view.phase === 'refused');
    expect(station.view.refusal).toEqual({ name: 'tokenRevoked' });
    expect(await admittedWith(server, { role: 'desk' }, text)).toEqual({ name: 'tokenRevoked' });
    expect(stays.view.phase).toBe('joined');
    expect(server.logged).toContainEqual({
      event: 'accessRefused',
      fields: { reason: 'tokenRevoked', role: 'desk', site: 'herford', token: stored.id },
    });
  });

  test('ends a connection when its token expires, and does nothing for it from that instant on', async () => {
    const { server, store, clock, lead } = await guarded();
    const expiresAt = clock.now() + 60_000;
    const { text } = await tokenFor(store, 'reception', 'E1', { expiresAt });
    const raw = await RawStation.join(server, { role: 'reception', token: text });
    expect((await raw.ask('2015-06-08', queued()))?.ok).toBe(true);
    clock.pass(60);
    expect(await raw.ask('2015-06-08', queued())).toBeUndefined();
    expect(raw.received.at(-1)).toEqual({
      type: 'notice',
      final: true,
      rejection: { name: 'tokenExpired' },
    });
    const { view } = await connectedWith(server, { role: 'lead' }, { token: lead.text });
    expect(view.day?.lastNumber).toBe(1);
    expect(await admittedWith(server, { role: 'reception' }, text)).toEqual({ name: 'tokenExpired' });
  });

  test('goes on with the tokens it knows when the file breaks or goes, and says so', async () => {
    const { server, store, desk } = await guarded();
    writeFileSync(accessFile(store), '{');
    expect(await admittedWith(server, { role: 'desk' }, desk.text)).toBe('joined');
    expect(await admittedWith(server, { role: 'desk' }, undefined)).toEqual({ name: 'tokenMissing' });
    const complaints = server.logged.filter(({ event }) => event === 'accessUnreadable');
    expect(complaints).toHaveLength(1);
    expect((await verifyStore(store)).findings).toMatchObject([
      { file: accessFile(store), problem: 'unreadable' },
    ]);
    rmSync(accessFile(store));
    expect(await admittedWith(server, { role: 'desk' }, undefined)).toEqual({ name: 'tokenMissing' });
  });

  test('follows a file that is a link, ends who stands in none, and takes them back with the file', async () => {
    const { server, store, desk } = await guarded();
    const elsewhere = join(temporaryFolder(), 'access.json');
    renameSync(accessFile(store), elsewhere);
    expect(await admittedWith(server, { role: 'desk' }, desk.text)).toEqual({ name: 'tokenUnknown' });
    symlinkSync(elsewhere, accessFile(store));
    expect(await admittedWith(server, { role: 'desk' }, desk.text)).toBe('joined');
    await revokeToken(store, desk.stored.id, 7);
    expect(await admittedWith(server, { role: 'desk' }, desk.text)).toEqual({ name: 'tokenRevoked' });
    expect(statSync(accessFile(store)).mode & 0o777).toBe(0o600);
  });

  test('takes no token back that was revoked, however the clock is set', async () => {
    const clock = new MovableClock('2015-06-08T08:00:00+02:00');
    const { server, store, desk } = await guarded(clock);
    await revokeToken(store, desk.stored.id, clock.now());
    clock.set('2015-01-01T08:00:00+01:00');
    expect(await admittedWith(server, { role: 'desk' }, desk.text)).toEqual({ name: 'tokenRevoked' });
  });

  test('lets in who can read the run’s own key in the store, for any role, until the next start', async () => {
    const { server, store } = await guarded();
    const { key = '' } = (await readServerPlace(store)) ?? {};
    expect(await admittedWith(server, { role: 'lead', site: 'buende' }, key)).toBe('joined');
    expect(await admittedWith(server, { role: 'desk', site: 'herford', place: '3' }, key)).toBe('joined');
    await server.stop();
    const again = await startedServer({ store });
    expect(await admittedWith(again, { role: 'lead', site: 'buende' }, key)).toEqual({
      name: 'tokenUnknown',
    });
  });

  test('listens on other addresses, and says that nothing is encrypted there', async () => {
    const store = temporaryFolder();
    await expect(startedServer({ store, host: '0.0.0.0' })).rejects.toMatchObject({ name: 'NotLoopback' });
    await expect(startedServer({ store, behindProxy: true })).rejects.toMatchObject({ name: 'NotLoopback' });
    const { text } = await tokenFor(store, 'display');
    const server = await startedServer({ store, host: '0.0.0.0' });
    expect(server.logged).toContainEqual({ event: 'notEncrypted', fields: { host: '0.0.0.0' } });
    expect(server.url).toMatch(/^ws:\/\/0\.0\.0\.0:\d+$/);
    expect((await readServerPlace(store))?.url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/);
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    expect(await admittedWith({ url }, { role: 'display' }, text)).toBe('joined');
  });
});

test('a server that began without tokens goes on trusting its machine until its next start', async () => {
  const store = join(temporaryFolder(), 'store');
  const server = await startedServer({ store });
  const reception = await Station.join(server, 'reception', 'E1');
  await tokenFor(store, 'desk', '1');
  await reception.ask(queued());
  expect(await admittedWith(server, { role: 'lead' }, undefined)).toBe('joined');
  await server.stop();
  const again = await startedServer({ store });
  expect(await admittedWith(again, { role: 'lead' }, undefined)).toEqual({ name: 'tokenMissing' });
});

test('a restore brings back no access that was ended since, and takes none away that was given', async () => {
  const folder = temporaryFolder();
  const store = join(folder, 'store');
  writeSettings(store, { herford: exampleSite() });
  const stays = await tokenFor(store, 'lead');
  const ends = await tokenFor(store, 'desk', '1');
  const { folder: saved } = await backUp(store, folder, 1);
  await revokeToken(store, ends.stored.id, 5);
  const since = await tokenFor(store, 'desk', '2');
  await restore(store, saved, { replace: true, now: 2 });
  const { tokens } = await readAccess(store);
  expect(tokens.map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
    [stays.stored.id, null],
    [ends.stored.id, 5],
    [since.stored.id, null],
  ]);
});
