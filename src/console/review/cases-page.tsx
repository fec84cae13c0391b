import type { ReactElement } from 'react';
import { CasePage } from './case-page.js';

/** 投诉办理. */
export default function CasesPage(): ReactElement {
  return <CasePage desk="complaints" />;
}
