import { measureElement, type DOMElement } from 'ink';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** Where an element stands on the terminal, in cells from the top left; undefined before it was first drawn. */
export function usePlace(element: RefObject<DOMElement | null>): { x: number; y: number } | undefined {
  const [place, setPlace] = useState<{ x: number; y: number } | undefined>();
  // oxlint-disable-next-line react/exhaustive-deps -- whatever is drawn anew may have moved it
  useLayoutEffect(() => {
    if (!element.current) return;
    const { x, y } = measureElement(element.current);
    setPlace((known) => (known?.x === x && known.y === y ? known : { x, y }));
  });
  return place;
}
