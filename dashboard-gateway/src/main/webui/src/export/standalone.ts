import { provenance, type Caption } from './caption';
import { resolveStyles } from './resolveStyles';
import { legendRows, wrap } from './textLayout';

const SVG = 'http://www.w3.org/2000/svg';
/** Fonts that a machine has: a file brings none with it. */
const FONTS = 'Helvetica, Arial, "Liberation Sans", sans-serif';
const PADDING = 24;

/** XML 1.0 has no way to write these, not even escaped. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * A chart of the page as a document of its own: vectors alone, every style written out, and the title, legend, filters
 * and origin that on the page stand around the chart. The chart must be in the document.
 */
export function standalone(chart: SVGSVGElement, caption: Caption): Drawing {
  const inner = Number(chart.getAttribute('width'));
  const page = new Page(inner + 2 * PADDING);
  page.text(caption.title, { size: 18, weight: 600, color: 'var(--ink)' });
  page.text(caption.note, { color: 'var(--ink-soft)' });
  caption.filters.forEach((filter) => page.text(filter, { color: 'var(--ink-soft)' }));
  page.chart(chart);
  page.legend(caption);
  if (caption.formula !== undefined) {
    page.text(caption.formula, { size: 11, color: 'var(--ink-muted)' });
  }
  page.text(provenance(caption), { size: 11, color: 'var(--ink-muted)' });
  return page.finish(chart, caption.title);
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly color: string;
}

/** Puts one thing under another. */
class Page {
  private readonly root = document.createElementNS(SVG, 'svg');
  private y = PADDING;

  constructor(private readonly width: number) {}

  text(content: string, { size = 13, weight = 400, color }: TextStyle): void {
    for (const line of wrap(content, this.width - 2 * PADDING, size)) {
      this.y += size * 1.35;
      const style = `fill: ${color}; font-size: ${size}px; font-weight: ${weight}`;
      const text = element('text', { x: PADDING, y: Math.round(this.y), style });
      text.textContent = line.replace(UNWRITABLE, '');
      this.root.append(text);
    }
  }

  chart(chart: SVGSVGElement): void {
    this.y += 12;
    const group = element('g', { transform: `translate(${PADDING} ${this.y})` });
    for (const child of (chart.cloneNode(true) as SVGSVGElement).childNodes) {
      group.append(child.cloneNode(true));
    }
    group.querySelectorAll('a[aria-label]').forEach((anchor) => {
      const title = element('title', {});
      title.textContent = anchor.getAttribute('aria-label')?.replace(UNWRITABLE, '') ?? '';
      anchor.prepend(title);
    });
    this.root.append(group);
    this.y += Number(chart.getAttribute('height'));
  }

  legend({ legend }: Caption): void {
    for (const row of legendRows(legend, this.width - 2 * PADDING)) {
      this.y += 22;
      for (const { x, label, color } of row) {
        const swatch = {
          x: PADDING + x,
          y: this.y - 10,
          width: 12,
          height: 12,
          rx: 2,
          style: `fill: ${color}`,
        };
        const style = 'fill: var(--ink); font-size: 13px; font-weight: 400';
        const text = element('text', { x: PADDING + x + 18, y: this.y, style });
        text.textContent = label.replace(UNWRITABLE, '');
        this.root.append(element('rect', swatch), text);
      }
    }
    this.y += 6;
  }

  finish(beside: SVGSVGElement, title: string): Drawing {
    const height = Math.round(this.y + PADDING);
    this.root.prepend(
      element('rect', { width: this.width, height, style: 'fill: var(--surface); stroke: none' }),
    );
    set(this.root, { width: this.width, height, viewBox: `0 0 ${this.width} ${height}` });
    beside.after(this.root);
    resolveStyles(this.root);
    this.root.remove();
    const name = element('title', {});
    name.textContent = title;
    this.root.prepend(name);
    this.root.setAttribute('font-family', FONTS);
    const svg = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(this.root)}\n`;
    return { svg, width: this.width, height };
  }
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  return set(document.createElementNS(SVG, name), attributes);
}

function set<E extends Element>(target: E, attributes: Readonly<Record<string, string | number>>): E {
  Object.entries(attributes).forEach(([name, value]) => target.setAttribute(name, String(value)));
  return target;
}
