import type { AnchorHTMLAttributes, MouseEvent, ReactElement } from 'react';
import type { Query } from './route.js';
import { addressOf, asking, goTo } from './route.js';

interface PlaceLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  /** A page of this console, and what of it. */
  readonly to: readonly string[];
  /** What it is asked for there. */
  readonly query?: Query;
}

/** To a place of this console without loading it anew; another tab is still the browser's business. */
export function PlaceLink({ to, query = {}, ...rest }: PlaceLinkProps): ReactElement {
  const address = asking(addressOf(...to), query);
  return <a {...rest} href={address} onClick={(event) => follow(event, address)} />;
}

function follow(event: MouseEvent, address: string): void {
  // A row around it would go there as well, whatever key is held.
  event.stopPropagation();
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  goTo(address);
}
