import '/site/charts/chart.umd.min.js';

/* Draws the weeks of the table below; without this script the table is there all the same. */
const weeks = [...document.querySelectorAll('#weeks tbody tr')].map(row => row.dataset);
const labels = weeks.map(week => week.week);
const number = text => text === '' ? null : Number(text);
const {Chart} = globalThis;

Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
Chart.defaults.color = '#566173';
Chart.defaults.animation = false;
Chart.defaults.maintainAspectRatio = false;

new Chart(document.getElementById('cases-by-week'), {
  type: 'bar',
  data: {
    labels,
    datasets: [
      {label: '收件', data: weeks.map(week => number(week.received)), backgroundColor: '#14427d'},
      {label: '办结', data: weeks.map(week => number(week.finished)), backgroundColor: '#c8973a'}
    ]
  },
  options: {scales: {x: {grid: {display: false}}, y: {beginAtZero: true, ticks: {precision: 0}}}}
});

new Chart(document.getElementById('share-by-week'), {
  type: 'line',
  data: {
    labels,
    datasets: [{
      label: '按时率', data: weeks.map(week => number(week.share)), borderColor: '#1c7a3e', backgroundColor: '#1c7a3e',
      spanGaps: true, tension: 0
    }]
  },
  options: {plugins: {legend: {display: false}}, scales: {x: {grid: {display: false}}, y: {min: 0, max: 100}}}
});
