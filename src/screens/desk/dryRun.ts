import type { Command } from '../../queue/commands.js';
import { decide } from '../../queue/decide.js';
import type { Rejection } from '../../queue/rejections.js';
import { rulebook } from '../../routing/rulebook.js';
import type { Scene } from './scene.js';

/** What the server would refuse this desk, as far as the day shown here tells; null if nothing. Advice only. */
export function refusalOf(
  { day, desk, at }: Pick<Scene, 'day' | 'desk' | 'at'>,
  command: Command,
): Rejection | null {
  const context = { at: Math.max(at, day.lastAt), by: `desk/${desk}` as const, catalogue: rulebook };
  const decision = decide(day, command, context);
  return 'rejection' in decision ? decision.rejection : null;
}
