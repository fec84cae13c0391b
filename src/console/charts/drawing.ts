import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, PieChart, LineChart, GridComponent, MarkLineComponent, CanvasRenderer]);

export { init };
