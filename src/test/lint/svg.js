import { moddle } from './models.js';

const MARGIN = 20;
const CHARACTER = 16;
const LABEL = 14;
const LINE = 20;
const INK = '#222';
const FONT = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif";

/**
 * Draws a model as Modeler shows it.
 *
 * @param shown the ids of the elements to draw, with all within them; none means all. A flow that leads out of the
 *     picture is cut off at its edge.
 */
export async function drawModel(xml, shown = []) {
  const { rootElement } = await moddle.fromXML(xml);
  const all = rootElement.diagrams[0].plane.planeElement;
  const isShown = element => !shown.length || withScopes(element).some(({ id }) => shown.includes(id));
  const shapes = all.filter(({ bounds, bpmnElement }) => bounds && isShown(bpmnElement));
  const edges = all.filter(({ waypoint, bpmnElement: flow }) => waypoint && (isShown(flow.sourceRef) || isShown(flow.targetRef)));
  const whole = [...shapes, ...edges.filter(({ bpmnElement: flow }) => isShown(flow.sourceRef) && isShown(flow.targetRef))];
  const area = areaOf(whole);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${area.join(' ')}" width="${area[2]}" height="${area[3]}" font-family="${FONT}">
<defs><marker id="arrow" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0L10 5L0 10z" fill="${INK}"/></marker></defs>
<rect x="${area[0]}" y="${area[1]}" width="${area[2]}" height="${area[3]}" fill="#fff"/>
${[...shapes.map(drawShape), ...edges.map(drawEdge), ...whole.map(drawLabel)].filter(Boolean).join('\n')}
</svg>
`;
}

function withScopes(element) {
  return element ? [element, ...withScopes(element.$parent)] : [];
}

/** x, y, width and height around everything that is drawn whole. */
function areaOf(parts) {
  const boxes = parts.flatMap(({ bounds, label, waypoint = [] }) => [
    bounds, label?.bounds, ...waypoint.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))
  ]).filter(Boolean);
  const left = Math.floor(Math.min(...boxes.map(({ x }) => x))) - MARGIN;
  const top = Math.floor(Math.min(...boxes.map(({ y }) => y))) - MARGIN;
  const right = Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width))) + MARGIN;
  const bottom = Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height))) + MARGIN;
  return [left, top, right - left, bottom - top];
}

function drawShape({ bounds, bpmnElement: element }) {
  const { $type: type, name } = element;
  if (type.endsWith('Gateway')) {
    return drawGateway(bounds, type);
  }
  if (type.endsWith('Event')) {
    return drawEvent(bounds, element);
  }
  if (type === 'bpmn:SubProcess') {
    const dashes = element.triggeredByEvent ? ' stroke-dasharray="2 4"' : '';
    return box(bounds, `rx="10" fill="#fafafa"${dashes}`) + text(name, bounds.x + 12, bounds.y + 24, CHARACTER, 'start');
  }
  const width = type === 'bpmn:CallActivity' ? 4 : 1.5;
  return box(bounds, `rx="10" fill="#fff" stroke-width="${width}"`) + drawKind(bounds, type) + drawName(bounds, name);
}

function box({ x, y, width, height }, rest) {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" stroke="${INK}" ${rest}/>`;
}

/** The small sign in a task's corner: a person, a gear, a table. */
function drawKind({ x, y }, type) {
  const signs = {
    'bpmn:UserTask': '<circle cx="16" cy="11" r="4"/><path d="M8 22a8 7 0 0 1 16 0z"/>',
    'bpmn:ServiceTask': '<circle cx="16" cy="15" r="6" stroke-width="3" stroke-dasharray="2.4 2.3"/><circle cx="16" cy="15" r="4"/>',
    'bpmn:BusinessRuleTask': '<path d="M8 8h16v14h-16zM8 12.5h16M8 17h16M13 12.5v9.5"/>'
  };
  return signs[type] ? `<g transform="translate(${x - 1} ${y})" fill="none" stroke="#666">${signs[type]}</g>` : '';
}

function drawName({ x, y, width, height }, name) {
  const most = Math.floor((width - 8) / CHARACTER);
  const lines = name.match(new RegExp(`.{1,${name.length > most ? Math.ceil(name.length / 2) : most}}`, 'gu'));
  const first = y + height / 2 + 6 - (lines.length - 1) * LINE / 2;
  return lines.map((line, index) => text(line, x + width / 2, first + index * LINE, CHARACTER)).join('');
}

function drawGateway({ x, y, width, height }, type) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const sign = type === 'bpmn:ParallelGateway'
    ? `M${cx} ${cy - 12}v24M${cx - 12} ${cy}h24`
    : `M${cx - 8} ${cy - 8}l16 16M${cx + 8} ${cy - 8}l-16 16`;
  return `<path d="M${cx} ${y}L${x + width} ${cy}L${cx} ${y + height}L${x} ${cy}z" fill="#fff" stroke="${INK}" stroke-width="1.5"/><path d="${sign}" stroke="${INK}" stroke-width="3"/>`;
}

function drawEvent({ x, y, width }, element) {
  const [cx, cy, r] = [x + width / 2, y + width / 2, width / 2];
  const dashes = element.isInterrupting === false || element.cancelActivity === false ? ' stroke-dasharray="4 3"' : '';
  const circle = (radius, stroke) => `<circle cx="${cx}" cy="${cy}" r="${radius}" fill="#fff" stroke="${INK}" stroke-width="${stroke}"${dashes}/>`;
  const isBetween = ['bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent', 'bpmn:IntermediateThrowEvent'].includes(element.$type);
  const hands = element.eventDefinitions?.some(({ $type }) => $type === 'bpmn:TimerEventDefinition')
    ? `<circle cx="${cx}" cy="${cy}" r="10" fill="none" stroke="${INK}"/><path d="M${cx} ${cy - 7}v7h5" fill="none" stroke="${INK}" stroke-width="1.5"/>`
    : '';
  return circle(r, element.$type === 'bpmn:EndEvent' ? 4 : 1.5) + (isBetween ? circle(r - 3, 1.5) : '') + hands;
}

function drawEdge({ waypoint }) {
  const points = waypoint.map(({ x, y }) => `${x},${y}`).join(' ');
  return `<polyline points="${points}" fill="none" stroke="${INK}" stroke-width="1.5" marker-end="url(#arrow)"/>`;
}

function drawLabel({ bpmnElement: { name }, label }) {
  return name && label?.bounds
    ? text(name, label.bounds.x + label.bounds.width / 2, label.bounds.y + 12, LABEL)
    : '';
}

function text(content, x, y, size, anchor = 'middle') {
  const safe = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="${INK}">${safe}</text>`;
}
