(function () {
  'use strict';
  window.addEventListener('load', function () {
    if (!window.Plotly) return;
    document.querySelectorAll('figure.figure-only').forEach(function (figure) {
      var picture = JSON.parse(figure.querySelector('script').textContent);
      var place = figure.appendChild(document.createElement('div'));
      window.Plotly.newPlot(place, picture.data, picture.layout, Object.assign({ responsive: true, displaylogo: false }, picture.config));
    });
  });
})();
(function () {
  'use strict';
  var button = document.getElementById('toggle-code');
  var cells = Array.prototype.slice.call(document.querySelectorAll('details.code'));
  if (!button || cells.length === 0) return;
  button.hidden = false;
  button.addEventListener('click', function () {
    var open = !cells.every(function (cell) { return cell.open; });
    cells.forEach(function (cell) { cell.open = open; });
    button.textContent = open ? 'Hide code' : 'Show code';
  });
})();
