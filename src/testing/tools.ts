import { spawnSync } from 'node:child_process';

/** Why tests that need a program of the system are skipped, or undefined if it is there. */
export function whyNo(...programs: readonly string[]): string | undefined {
  const missing = programs.find(
    (program) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status !== 0,
  );
  return missing === undefined ? undefined : `${missing} is not installed`;
}

/** A program of the system, run to its end. */
export function runTool(program: string, args: readonly string[], input?: string) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  if (error) throw error;
  return { exitCode: status, stdout, stderr };
}
