import type { Caption } from './caption';
import { toCsv, type Sheet } from './csv';
import type { ExportChoice } from './ExportMenu';
import { fileName, save } from './files';
import { toPng } from './png';
import { standalone } from './standalone';

/** Lends the chart, drawn at the size of a file, for as long as `task` runs. */
export type DrawChart = <T>(task: (chart: SVGSVGElement) => T) => Promise<T>;

export function csvChoice(caption: Caption, sheet: () => Sheet): ExportChoice {
  return {
    label: 'CSV',
    hint: 'Figures, for a spreadsheet',
    run: async () => {
      await Promise.resolve();
      save(new Blob([toCsv(sheet())], { type: 'text/csv;charset=utf-8' }), fileName(caption, 'csv'));
    },
  };
}

export function pictureChoices(caption: Caption, draw: DrawChart): readonly ExportChoice[] {
  return [
    {
      label: 'PNG',
      hint: 'Picture, twice the size on screen',
      run: async () => {
        const { svg, width, height } = await draw((chart) => standalone(chart, caption));
        save(await toPng(svg, width, height), fileName(caption, 'png'));
      },
    },
    {
      label: 'SVG',
      hint: 'Drawing, sharp at any size',
      run: async () => {
        const { svg } = await draw((chart) => standalone(chart, caption));
        save(new Blob([svg], { type: 'image/svg+xml' }), fileName(caption, 'svg'));
      },
    },
  ];
}
