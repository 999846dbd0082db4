/** What may stay of an element's attributes: where it is and what it looks like, nothing of the page it was in. */
const KEPT = new Set([
  ...['x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'd', 'points'],
  ...['width', 'height', 'viewBox', 'transform', 'text-anchor'],
]);

const TEXT = ['font-size', 'font-weight', 'text-anchor'];
const STROKE = ['stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap'];

/**
 * Writes what the page's style sheets make of a drawing into the drawing, so that a program that knows none of them
 * shows the same. The drawing must be in the document: outside it nothing has a style.
 */
export function resolveStyles(drawing: SVGSVGElement): void {
  const elements = [...drawing.querySelectorAll<SVGElement>('*')];
  // All styles are read before the first attribute goes, since selectors look at attributes.
  const resolved = elements.map((element) => ({ element, style: styleOf(element) }));
  for (const { element, style } of resolved) {
    if (style === null) {
      element.remove();
    } else {
      strip(element);
      Object.entries(style).forEach(([name, value]) => element.setAttribute(name, value));
    }
  }
  drawing.querySelectorAll('a').forEach(unlink);
  strip(drawing);
}

/** The attributes that an element needs, or null for one that is not to be seen. */
function styleOf(element: SVGElement): Readonly<Record<string, string>> | null {
  if (['g', 'a', 'title', 'desc'].includes(element.localName)) {
    return {};
  }
  const computed = getComputedStyle(element);
  const fill = paint('fill', computed);
  const stroke = paint('stroke', computed);
  const seen = computed.display !== 'none' && (fill.fill !== 'none' || stroke.stroke !== 'none');
  const names = [
    ...(element.localName === 'text' || element.localName === 'tspan' ? TEXT : []),
    ...(stroke.stroke === 'none' ? [] : STROKE),
  ];
  const others = names
    .map((name) => [name, computed.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '' && value !== 'none');
  return seen ? { ...fill, ...stroke, ...Object.fromEntries(others) } : null;
}

/** A color as every program reads it: "#rrggbb", with its opacity beside it. */
function paint(property: 'fill' | 'stroke', style: CSSStyleDeclaration): Readonly<Record<string, string>> {
  const value = style.getPropertyValue(property);
  const parts = /^rgba?\(([^)]+)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!parts) {
    return { [property]: value === '' ? (property === 'fill' ? '#000000' : 'none') : value };
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts;
  const opacity = alpha * Number(style.getPropertyValue(`${property}-opacity`) || 1);
  if (opacity === 0) {
    return { [property]: 'none' };
  }
  const color = `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
  return opacity === 1
    ? { [property]: color }
    : { [property]: color, [`${property}-opacity`]: String(opacity) };
}

function strip(element: Element): void {
  for (const { name } of [...element.attributes]) {
    if (!KEPT.has(name) && !name.startsWith('xmlns')) {
      element.removeAttribute(name);
    }
  }
}

/** A file's links would lead nowhere: what is linked becomes a plain group. */
function unlink(anchor: Element): void {
  const group = anchor.ownerDocument.createElementNS(anchor.namespaceURI, 'g');
  group.append(...anchor.childNodes);
  anchor.replaceWith(group);
}
