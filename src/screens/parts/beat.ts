/** The shortest time between two looks, ms; every other is a multiple of it. */
const beatMs = 250;

interface Look {
  readonly look: () => void;
  readonly everyBeats: number;
}

const looks = new Set<Look>();
let timer: NodeJS.Timeout | undefined;
let beats = 0;

/**
 * Looks again and again; returns how to stop that. All that looks on a screen does so at the same moment: what changes
 * then is drawn once, and what looks once a second changes together.
 * @param everyMs a multiple of 250; the first time may come sooner
 */
export function lookEvery(everyMs: number, look: () => void): () => void {
  const one: Look = { look, everyBeats: Math.max(1, Math.round(everyMs / beatMs)) };
  looks.add(one);
  timer ??= setInterval(beat, beatMs);
  return () => {
    looks.delete(one);
    if (looks.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function beat(): void {
  beats += 1;
  for (const { look, everyBeats } of looks) if (beats % everyBeats === 0) look();
}
