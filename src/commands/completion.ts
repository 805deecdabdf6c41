import type { Command } from 'commander';
import { bashCompletion } from './completion/bash.js';
import { fishCompletion } from './completion/fish.js';
import { zshCompletion } from './completion/zsh.js';
import { outlineOf } from './outline.js';
import type { Shell } from './shells.js';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `beo completion`: what makes a shell complete commands, options and their words, from the list of commands itself. */
export function runCompletion(shell: Shell, program: Command): void {
  process.stdout.write(scripts[shell](outlineOf(program)));
}
