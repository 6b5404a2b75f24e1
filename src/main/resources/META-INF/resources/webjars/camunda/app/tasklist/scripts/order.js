/* A list begins with what runs out first; whoever chose another order keeps it. */
const ORDER = JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]);

function order() {
  const [path, query = ''] = location.hash.split('?');
  const place = new URLSearchParams(query);
  if (path !== '#/' || place.has('sorting')) return;
  place.set('sorting', ORDER);
  location.replace(`${path}?${place}`);
}

addEventListener('hashchange', order);
order();
