#!/usr/bin/env node
/*
 * Starts the program in dist/. Where the system's Node is too old for it, the Node that came along with beo runs it.
 * This file is not bundled and has to run on Node 16 too: plain JavaScript, nothing newer.
 * It speaks before the program's texts can be loaded, hence the sentences here, in German and in English.
 */
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/beo.js', import.meta.url);

if (!existsSync(program)) {
  fail(
    'Das gebaute Programm fehlt: bitte "npm run build" ausführen.',
    'The built program is missing: please run "npm run build".',
  );
} else if (isNewEnough(process.versions.node)) {
  // What is compiled is kept beside the program, where only those can write who can change the program itself.
  module.enableCompileCache?.(fileURLToPath(new URL('cache', program)));
  await import(program.href);
} else {
  const node = findNodeThatCameAlong();
  if (node === undefined) {
    fail(
      `beo braucht Node.js ab 22.12 (hier läuft ${process.versions.node}): bitte Node.js 24 installieren oder beo ohne "--omit=optional" neu installieren.`,
      `beo needs Node.js 22.12 or later (this is ${process.versions.node}): please install Node.js 24, or install beo again without "--omit=optional".`,
    );
  } else {
    await handOver(node);
  }
}

/**
 * The same bound as "engines" in package.json.
 * @param {string} version as in `22.12.0`
 */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/**
 * One of beo's optional packages brings a Node for this machine. It stands in a checkout's own node_modules,
 * or anywhere above when beo itself is a dependency: Node's own resolution knows both.
 * @returns {string | undefined} path of the executable
 */
function findNodeThatCameAlong() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`);
    const { bin } = /** @type {{ bin: { node: string } }} */ (JSON.parse(readFileSync(manifest, 'utf8')));
    const node = join(dirname(manifest), bin.node);
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Runs the program with another Node and ends exactly as it does.
 * @param {string} node path of the executable
 */
async function handOver(node) {
  const { spawn } = await import('node:child_process');
  const { isatty } = await import('node:tty');
  // The fourth pipe tells the program when this process is gone, even by kill -9: nobody could end it any more.
  const child = spawn(node, [fileURLToPath(program), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });

  // Ctrl+C in a terminal reaches the program directly: this process only has to outlive it, and passing the
  // signal on would interrupt twice. Away from a terminal nobody but this process gets the signal.
  const atTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
  process.on('SIGINT', () => {
    if (!atTerminal) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));

  child.on('error', (error) => {
    fail(
      `${node} lässt sich nicht starten (${error.message}).`,
      `${node} can't be started (${error.message}).`,
    );
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
    } else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

/**
 * @param {string} german
 * @param {string} english
 */
function fail(german, english) {
  process.stderr.write(`${german}\n${english}\n`);
  process.exitCode = 1;
}
