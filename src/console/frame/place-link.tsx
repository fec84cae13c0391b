import type { AnchorHTMLAttributes, MouseEvent, ReactElement } from 'react';
import { addressOf, go } from './route.js';

interface PlaceLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  /** A page of this console, and what of it. */
  readonly to: readonly string[];
}

/** To a place of this console without loading it anew; another tab is still the browser's business. */
export const PlaceLink = ({ to, ...rest }: PlaceLinkProps): ReactElement => (
  <a {...rest} href={addressOf(...to)} onClick={(event) => follow(event, to)} />
);

function follow(event: MouseEvent, to: readonly string[]): void {
  // A row around it would go there as well, whatever key is held.
  event.stopPropagation();
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go(...to);
}
