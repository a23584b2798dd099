const namespace = 'http://www.w3.org/2000/svg';

const paths = {
  back: 'M9.5 3.5 5 8l4.5 4.5M5.5 8H13',
  forward: 'M6.5 3.5 11 8l-4.5 4.5M10.5 8H3',
} as const;

/** A line drawing of 16 pixels in the colour of the text around it. */
export function icon(name: keyof typeof paths): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}
