// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { provenance, type Caption } from './caption';
import { fileName } from './files';
import { standalone } from './standalone';

const SVG = 'http://www.w3.org/2000/svg';

const caption: Caption = {
  title: 'Output <b>& scrap',
  note: 'pcs per day, 1 Jun to 30 Jun',
  filters: ['Item: Baguette "T55"', 'Location: Bakery'],
  legend: [
    { label: 'Good', color: 'rgb(47, 111, 143)' },
    { label: 'Scrap', color: 'rgb(196, 87, 59)', detail: '2 %' },
  ],
  formula: 'Good quantity of all postings.',
  asOf: '2026-06-30T02:00:00Z',
  runId: '0190a000-0000-7000-8000-000000000002',
};

/** A chart as the page draws one: links with names, classes, parts that only a pointer needs. */
function drawChart(): SVGSVGElement {
  document.body.innerHTML = `
    <style>
      .bar { fill: rgb(47, 111, 143); stroke: none }
      .seeThrough { fill: rgba(0, 0, 0, 0); stroke: none }
      .half { fill: rgba(255, 0, 0, 0.5); stroke: rgb(0, 0, 0); stroke-width: 2px }
      .gone { display: none }
    </style>
    <svg xmlns="${SVG}" width="600" height="200">
      <a href="/app/work-orders?status=released" aria-label="Released: 4" tabindex="0" data-mark="0" class="mark">
        <rect class="seeThrough" x="0" y="0" width="600" height="200"></rect>
        <rect class="bar" x="10" y="20" width="100" height="30" data-selected="true" style="transition: all 1s"></rect>
        <text class="bar" x="3" y="4">Released</text>
      </a>
      <rect class="half" x="1" y="2" width="3" height="4"></rect>
      <rect class="gone" x="9" y="9" width="9" height="9"></rect>
    </svg>`;
  const chart = document.querySelector('svg');
  if (!chart) {
    throw new Error('no chart');
  }
  return chart;
}

let file: Document;
let text: string;

beforeEach(() => {
  const { svg } = standalone(drawChart(), caption);
  text = svg;
  file = new DOMParser().parseFromString(svg, 'image/svg+xml');
});

afterEach(() => {
  document.body.innerHTML = '';
});

const texts = () => [...file.querySelectorAll('text')].map(({ textContent }) => textContent);

describe('a chart as a file', () => {
  it('is one SVG document with its size, larger than the chart', () => {
    const root = file.documentElement;
    expect([root.localName, root.namespaceURI]).toEqual(['svg', SVG]);
    const [, , width, height] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
    expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual([
      String(width),
      String(height),
    ]);
    expect(width).toBe(648);
    expect(height).toBeGreaterThan(200);
  });

  it('says what the page says around the chart', () => {
    expect(file.querySelector('svg > title')?.textContent).toBe(caption.title);
    expect(texts()).toEqual([
      caption.title,
      caption.note,
      ...caption.filters,
      'Released',
      'Good',
      'Scrap 2 %',
      caption.formula,
      'Andon, as of 2026-06-30T02:00:00Z by run 0190a000-0000-7000-8000-000000000002',
    ]);
  });

  it('carries its colors, and nothing that only the page can resolve', () => {
    expect(file.querySelector('rect[x="10"]')?.getAttribute('fill')).toBe('#2f6f8f');
    expect(text).not.toMatch(
      /var\(|class=|style=|href=|url\(|@import|@font-face|foreignObject|data-|tabindex|aria-/,
    );
  });

  it('writes an opacity beside the color, for programs that know no other way', () => {
    const half = file.querySelector('rect[x="1"]');
    expect(
      ['fill', 'fill-opacity', 'stroke', 'stroke-width'].map((name) => half?.getAttribute(name)),
    ).toEqual(['#ff0000', '0.5', '#000000', '2px']);
  });

  it('leaves out what is not to be seen', () => {
    expect(file.querySelector('rect[width="600"]')).toBeNull();
    expect(file.querySelector('rect[x="9"]')).toBeNull();
  });

  it('keeps the names of marks, but not their links', () => {
    expect(file.querySelector('a')).toBeNull();
    expect([...file.querySelectorAll('g > title')].map(({ textContent }) => textContent)).toEqual([
      'Released: 4',
    ]);
  });

  it('leaves the page as it was', () => {
    expect(document.querySelectorAll('svg')).toHaveLength(1);
    expect(document.querySelector('a')?.getAttribute('href')).toBe('/app/work-orders?status=released');
  });
});

it('is named by its title and time', () => {
  expect(fileName({ title: 'Top & bottom items', asOf: '2026-06-30T02:00:00.123456Z' }, 'csv')).toBe(
    'andon-top-bottom-items-20260630T020000Z.csv',
  );
  expect(fileName({ title: 'Output', asOf: null }, 'png')).toBe('andon-output.png');
});

it('tells no run where there is none', () => {
  expect(provenance({ ...caption, runId: null })).toBe('Andon, as of 2026-06-30T02:00:00Z');
});
