import { LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { againstTargetDrawing } from './against-target.js';
import type { Drawing } from './look.js';
import { COLOUR, FONT, WIDTH } from './look.js';
import { mixDrawing } from './mix.js';
import { outlookDrawing } from './outlook.js';
import type { Picture } from './picture.js';
import { riskReturnDrawing } from './risk-return.js';

use([PieChart, LineChart, ScatterChart, GridComponent, GraphicComponent, SVGRenderer]);

/** What the file itself says of where it comes from (人工智能生成合成内容标识办法 art. 5). */
export interface Origin {
  readonly producer: string;
  readonly id: string;
}

/** The picture as SVG text. Needs no page and no canvas. */
export function draw(picture: Picture, origin: Origin): string {
  const { height, option } = drawingOf(picture);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: COLOUR.surface,
      textStyle: { fontFamily: FONT },
      ...option,
    });
    return labelled(chart.renderToSVGString(), origin);
  } finally {
    // A chart that is left holds the process open.
    chart.dispose();
  }
}

function drawingOf(picture: Picture): Drawing {
  switch (picture.kind) {
    case 'mix':
      return mixDrawing(picture);
    case 'outlook':
      return outlookDrawing(picture);
    case 'risk_return':
      return riskReturnDrawing(picture);
    case 'against_target':
      return againstTargetDrawing(picture);
  }
}

/** The label that stays with the file wherever it is copied to. */
function labelled(svg: string, { producer, id }: Origin): string {
  const label = { AIGC: { Label: '1', ContentProducer: producer, ProduceID: id } };
  const json = JSON.stringify(label).replace(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));
  return svg.replace(/<svg[^>]*>/, (open) => `${open}<metadata>${json}</metadata>`);
}
