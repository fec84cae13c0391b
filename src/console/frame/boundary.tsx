import type { ReactNode } from 'react';
import { Component } from 'react';
import { Failed } from './states.js';

/** A pane that fails leaves the others working. */
export class Boundary extends Component<
  { readonly what: string; readonly children: ReactNode },
  { readonly error: Error | null }
> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Failed error={error} what={this.props.what} again={() => this.setState({ error: null })} />
    );
  }
}
