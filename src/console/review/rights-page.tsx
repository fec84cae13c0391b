import type { ReactElement } from 'react';
import { CasePage } from './case-page.js';

/** 权利请求办理. */
export default function RightsPage(): ReactElement {
  return <CasePage desk="rights" />;
}
