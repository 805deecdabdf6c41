import { useState } from 'react';
import type { ExpectedWait } from '../../staffing/nextInLine.js';
import type { Slip } from '../../texts/slip.js';
import { useStation, useTerminal } from '../parts/ScreenContext.js';

export interface Slips {
  /** Prints the slip of a number that was just given, if there is a printer. The check-in does not wait for it. */
  readonly print: (number: string, wait: ExpectedWait | null) => void;
  /** Prints the last one again. */
  readonly reprint: () => void;
  readonly whyNoReprint: () => string | null;
}

/** Number slips of this station. A printer that fails costs one sentence, never the number. */
export function useSlips(): Slips {
  const { texts, say } = useTerminal();
  const { line, printSlip } = useStation();
  const [last, setLast] = useState<Slip | null>(null);
  const words = texts.checkin;

  const send = async (slip: Slip, onPrinted: () => void): Promise<void> => {
    try {
      await printSlip?.(slip);
      onPrinted();
    } catch {
      say({ tone: 'error', text: words.slipFailed(slip.number) });
    }
  };
  return {
    print(number, wait) {
      const { site } = line.view;
      if (!site) return;
      const slip = { number, waitingPlace: site.waitingPlace, at: line.now(), zone: site.zone, wait };
      setLast(slip);
      void send(slip, () => undefined);
    },
    reprint() {
      if (last) void send(last, () => say({ tone: 'ok', text: words.printed(last.number) }));
    },
    whyNoReprint() {
      if (!printSlip) return words.noPrinter;
      return last ? null : words.nothingToPrint;
    },
  };
}
