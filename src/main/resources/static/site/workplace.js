/* What the scripts of Tasklist and Cockpit share: a page of ours in a frame, and questions to our server. */

/** Holds a page in a node, as high as its content. A page that cannot be shown leaves the workplace as it is. */
export function frame(node, source, title) {
  const held = document.createElement('iframe');
  held.title = title;
  held.src = source;
  held.style.cssText = 'display:block;width:100%;min-height:320px;border:0';
  held.addEventListener('load', () => {
    const page = held.contentDocument?.documentElement;
    if (!page) return;
    new ResizeObserver(() => {
      held.style.height = `${page.querySelector('body').scrollHeight}px`;
    }).observe(page.querySelector('body'));
  });
  node.append(held);
  return held;
}

let token;

/** Asks our server. Refusals become errors with the server's own words. */
export async function ask(method, path, body) {
  const headers = {Accept: 'application/json'};
  if (method !== 'GET') {
    token ??= fetch('/desk/token').then(answer => answer.json());
    const {header, token: value} = await token.catch(failure => {
      token = undefined;
      throw failure;
    });
    headers[header] = value;
  }
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)});
  if (answer.status === 403) token = undefined;
  const text = await answer.text();
  const content = text && /json/.test(answer.headers.get('Content-Type') ?? '') ? JSON.parse(text) : undefined;
  if (!answer.ok) {
    const words = content?.detail ?? content?.message ?? '服务器没有完成这项操作，请稍后再试';
    throw Object.assign(new Error(words), {status: answer.status});
  }
  return content;
}
