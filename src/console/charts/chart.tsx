import type { EChartsCoreOption, ECharts } from 'echarts/core';
import type { ReactElement } from 'react';
import { useContext, useEffect, useRef } from 'react';
import { LookContext } from '../look/look-context.js';

/** A token's colour as it is now: charts are drawn, not styled. */
export const colourOf = (token: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();

/** Drawn anew when its option, its size or the theme changes; `label` says in a sentence what it shows. */
export function Chart({
  option,
  label,
  className,
}: {
  readonly option: () => EChartsCoreOption;
  readonly label: string;
  readonly className: string;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const { theme } = useContext(LookContext);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let chart: ECharts | null = null;
    let isGone = false;
    const sizes = new ResizeObserver(() => chart?.resize());
    void import('./drawing.js').then(({ init }) => {
      if (isGone) return;
      chart = init(element);
      chart.setOption({ animation: false, ...option() });
      sizes.observe(element);
    });
    return () => {
      isGone = true;
      sizes.disconnect();
      chart?.dispose();
    };
  }, [option, theme]);
  return <div ref={place} className={className} role="img" aria-label={label} />;
}
