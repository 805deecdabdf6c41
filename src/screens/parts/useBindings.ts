import { useLayoutEffect, useState } from 'react';
import type { Layer } from './router.js';
import { useTerminal } from './ScreenContext.js';

/** Has these keys as long as the component is mounted. What is mounted later, such as a dialog, is asked first. */
export function useBindings({ bindings, field, modal, always }: Layer): void {
  const { router } = useTerminal();
  const [order] = useState(() => router.nextOrder());
  useLayoutEffect(() => {
    router.set(order, { bindings, field, modal, always });
  });
  useLayoutEffect(() => () => router.remove(order), [router, order]);
}
