/* global document */
/** The floor: a figure, its unit and its date. */
const number = new Intl.NumberFormat('vi');

let root;

export function mount(at, data) {
  root = at.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
  root.innerHTML = `<style>b{font-size:40px}p{margin:0;color:#55626f}</style>
    <section><p></p><b></b> <span></span><p></p></section>`;
  update(data);
}

export function update({ document: { areas, indicators, observations } }) {
  const [{ area, indicator, value, at }] = observations;
  const [title, date] = root.querySelectorAll('p');
  title.textContent = `${indicators[indicator].name.vi}, ${areas[area].name}`;
  root.querySelector('b').textContent = number.format(value);
  root.querySelector('span').textContent = indicators[indicator].unit;
  date.textContent = at;
}
