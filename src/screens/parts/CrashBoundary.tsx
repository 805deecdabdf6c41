import { Component, type ReactNode } from 'react';

export interface CrashBoundaryProps {
  /** Told once, when React has done with the frame that broke. */
  readonly onCrash: (error: unknown) => void;
  readonly children: ReactNode;
}

/**
 * Draws nothing any more once something below has thrown while it was drawn.
 *
 * Ink's own boundary shows a page of source lines and takes the screen down amid React's commit, which can leave the
 * program waiting for ever. (React knows such boundaries as classes only.)
 */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    setImmediate(() => this.props.onCrash(error));
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
